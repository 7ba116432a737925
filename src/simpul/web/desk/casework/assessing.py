"""Assessments: begun, filled in with an instrument, told in three voices, submitted, looked at by another."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.choices import AssessmentKind, Domain
from simpul.casework.commands.confirm_assessment import confirm_assessment as confirm
from simpul.casework.commands.save_assessment_draft import save_assessment_draft
from simpul.casework.commands.start_assessment import start_assessment as start
from simpul.casework.commands.submit_assessment import submit_assessment
from simpul.casework.queries.assessments import AssessmentPicture, assessment_view
from simpul.casework.queries.case_file import CaseFile
from simpul.instruments.queries.catalogue import InstrumentRow, instrument_cards, instrument_catalogue
from simpul.instruments.queries.forms import Form, instrument_form
from simpul.kernel.actor import Actor
from simpul.safeguards.consent import Purpose
from simpul.safeguards.permissions import may
from simpul.web.desk.casework import picture
from simpul.web.desk.casework.act_page import act_page, bound, open_file
from simpul.web.desk.casework.assessment_forms import (
    INSTRUMENTS,
    AssessmentForm,
    ConfirmForm,
    StartForm,
    proposal,
    stored,
)
from simpul.web.desk.door import at_desk
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.instrument import answers_view


@at_desk("GET", "POST")
def start_assessment(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """The case's assessments, and a new one."""
    file = open_file(request, case_id, "assessment_view")
    own = [row for row in instrument_catalogue(request.actor) if row.purpose]
    form = bound(request, StartForm, initial={"kind": AssessmentKind.HOLISTIC}, own=own)
    return act_page(
        request,
        file,
        form,
        lambda: _begin(request.actor, case_id, *form.chosen),
        heading=_("Assessments"),
        submit=_("Begin"),
        template="desk/casework/assessments.html",
        done_url=lambda made: reverse("fill_assessment", args=[made]),
        assessments=picture.assessments(file, used_forms(request.actor, file)),
        consent_to=Purpose.CASEWORK,
        may_start=may(request.actor, "casework.start_assessment"),
    )


def used_forms(actor: Actor, file: CaseFile) -> dict[uuid.UUID, InstrumentRow]:
    """The forms with which the case's assessments were begun, in the versions used."""
    ids = {one.instrument_version_id for one in file.assessments if one.instrument_version_id}
    return instrument_cards(actor, ids=ids) if ids else {}


def _begin(actor: Actor, case_id: uuid.UUID, kind: str, own: uuid.UUID | None = None) -> uuid.UUID:
    """A draft with the office's own form, or the current version of the built-in one of this kind."""
    if own is not None:
        return start(actor, case_id, kind=kind, instrument_version_id=own)
    rows = instrument_catalogue(actor, code=INSTRUMENTS[AssessmentKind(kind)])
    return start(actor, case_id, kind=kind, instrument_version_id=rows[-1].version_id if rows else None)


@at_desk("GET", "POST")
def assessment(request: ActorRequest, assessment_id: uuid.UUID) -> HttpResponse:
    """Write on a draft; read what was submitted."""
    one = assessment_view(request.actor, assessment_id)
    questions = instrument_of(request.actor, one)
    if one.state != "draft" or not may(request.actor, "casework.save_assessment_draft"):
        return _reading(request, one, questions)
    file = open_file(request, one.case_id, "assessment_view")
    kept = {name: value for name, value in stored(one).items() if value}
    initial = {**proposal(questions, one.answers), **kept}
    form = bound(request, AssessmentForm, initial=initial, version=one.version)
    sending = request.POST.get("do") == "submit"
    return act_page(
        request,
        file,
        form,
        lambda: _keep(request.actor, one.id, form, submit=sending),
        heading=str(AssessmentKind(one.kind).label),
        submit=_("Save the draft"),
        said=_("Submitted. The supervisor has been asked to look at it.")
        if sending
        else _("The draft is kept."),
        template="desk/casework/write_assessment.html",
        consent_to=Purpose.CASEWORK,
        done_url=reverse("assessment", args=[one.id]),
        current=lambda: (stored(one), one.version),
        one=one,
        used=used_form(request.actor, one),
        fill_url=reverse("fill_assessment", args=[one.id]) if questions else "",
        answered=bool(one.answers),
    )


def instrument_of(actor: Actor, one: AssessmentPicture) -> Form | None:
    """The form with which this assessment was begun."""
    return instrument_form(actor, one.instrument_version_id) if one.instrument_version_id else None


def used_form(actor: Actor, one: AssessmentPicture) -> str:
    """Which form, in which version, this assessment was begun with."""
    cards = instrument_cards(actor, ids=[one.instrument_version_id]) if one.instrument_version_id else {}
    return next((picture.form_name(card) for card in cards.values()), "")


def _keep(actor: Actor, assessment_id: uuid.UUID, form: AssessmentForm, *, submit: bool) -> None:
    version = save_assessment_draft(actor, assessment_id, version=form.read_version or 0, **form.kept)
    if submit:
        submit_assessment(actor, assessment_id, version=version)


def _shown(one: AssessmentPicture, questions: Form | None) -> dict[str, Any]:
    """What the reading page shows of an assessment."""
    return {
        "one": one,
        "heading": str(AssessmentKind(one.kind).label),
        "domains": [
            (str(Domain(code).label), parts.get("text", ""), parts.get("not_assessed", ""))
            for code, parts in one.domains.items()
        ],
        "view": answers_view(questions, one.answers) if questions and one.answers else None,
        "state": picture.assessment_state(one.state),
    }


def _reading(request: ActorRequest, one: AssessmentPicture, questions: Form | None) -> HttpResponse:
    file = open_file(request, one.case_id, "assessment_view")
    waits = one.state == "submitted" and not one.mine and may(request.actor, "casework.confirm_assessment")
    context = {
        **_shown(one, questions),
        "file": file,
        "banner": picture.banner(file),
        "back": reverse("case", args=[one.case_id]),
        "used": used_form(request.actor, one),
        "confirm_url": reverse("confirm_assessment", args=[one.id]) if waits else "",
    }
    return render(request, "desk/casework/assessment.html", context)


@at_desk("GET", "POST")
def confirm_assessment(request: ActorRequest, assessment_id: uuid.UUID) -> HttpResponse:
    """The supervisor reads it all and confirms, or gives it back with words."""
    one = assessment_view(request.actor, assessment_id)
    file = open_file(request, one.case_id, "confirm_assessment")
    form = bound(request, ConfirmForm)
    return act_page(
        request,
        file,
        form,
        lambda: confirm(request.actor, one.id, **form.facts),
        submit=_("Answer"),
        said=_("The writer has been told."),
        template="desk/casework/confirm_assessment.html",
        anchor="#assessments",
        **_shown(one, instrument_of(request.actor, one)),
    )


@at_desk()
def continue_assessment(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """On to the newest draft of the case, where something is still missing; else to the list."""
    file = open_file(request, case_id, "save_assessment_draft")
    draft = next((one for one in file.assessments if one.state == "draft"), None)
    if draft is None:
        messages.info(request, _("No assessment is in work: begin one."))
        return redirect("start_assessment", case_id)
    return redirect("assessment", draft.id)
