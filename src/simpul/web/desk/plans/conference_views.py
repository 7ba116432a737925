"""Case conferences: asking people, holding it, what was decided; and the invitations of a member of staff."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.commands.answer_invitation import answer_invitation as answer
from simpul.casework.commands.convene_conference import convene_conference as convene
from simpul.casework.commands.hold_conference import hold_conference as hold
from simpul.casework.commands.settle_decision import settle_decision as settle
from simpul.casework.queries.conferences import ConferencePicture, case_conferences, my_invitations
from simpul.safeguards.consent import Purpose
from simpul.safeguards.permissions import may
from simpul.web.desk.casework.consent_door import consent_door
from simpul.web.desk.door import at_desk
from simpul.web.desk.plans import conference_picture as picture
from simpul.web.desk.plans.conference_forms import ConveneForm, HoldForm
from simpul.web.desk.plans.places import act_page, around
from simpul.web.desk.plans.rows import opened
from simpul.web.ui.acting import ActorRequest
from simpul.workforce.queries.colleagues import colleagues


def _url(case_id: uuid.UUID) -> str:
    return reverse("case_conference", args=[case_id])


@at_desk()
def case_conference(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """The conference that is planned, and those that were held."""
    frame = around(request, case_id, "case_conference")
    found = case_conferences(request.actor, case_id)
    planned = next((one for one in found if one.state == "planned"), None)
    may_convene = not planned and not frame["ended"] and may(request.actor, "casework.convene_conference")
    lacks = consent_door(frame["file"], Purpose.CONFERENCE) if may_convene else None
    context = {
        **frame,
        "consent_door": lacks,
        "planned": picture.planned(planned, request.actor) if planned else None,
        "held": [picture.held(one, case_id) for one in found if one.state == "held"],
        "may_convene": may_convene and not lacks,
    }
    return render(request, "desk/plans/conference.html", context)


@at_desk("GET", "POST")
def convene_conference(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Ask people to a conference; the page lies where the missing step points to."""
    frame = around(request, case_id, "case_conference")
    if not may(request.actor, "casework.convene_conference"):
        raise Http404
    if request.method == "GET" and (frame["ended"] or frame["file"].conference_id):
        return redirect("case_conference", case_id)  # which says what stands in the way
    own = {"staff": [str(request.actor.staff_id)]}  # whoever asks sits at the table, unless she says no
    form = opened(request, ConveneForm, first=own, colleagues=colleagues(request.actor))
    assert isinstance(form, ConveneForm)
    words: dict[str, Any] = {
        "heading": _("Ask people to a case conference"),
        "submit": _("Send the invitations"),
    }
    words |= {"guests": form.shown("guests")}
    if request.POST.get("rows"):
        context = {**frame, **words, "form": form, "back": _url(case_id)}
        return render(request, "desk/plans/convene.html", context)
    facts = ("planned_for", "place", "purpose")
    return act_page(
        request,
        form,
        lambda: convene(
            request.actor, case_id, **{name: form.cleaned_data[name] for name in facts}, guests=form.guests()
        ),
        _url(case_id),
        around=frame,
        template="convene",
        consent_to=Purpose.CONFERENCE,
        said=_("The invitations are sent. Outsiders are asked by you; they see nothing here."),
        **words,
    )


def _planned(request: ActorRequest, case_id: uuid.UUID, conference_id: uuid.UUID) -> ConferencePicture:
    found = {one.id: one for one in case_conferences(request.actor, case_id)}
    if conference_id not in found:
        raise Http404
    return found[conference_id]


@at_desk("GET", "POST")
def hold_conference(request: ActorRequest, case_id: uuid.UUID, conference_id: uuid.UUID) -> HttpResponse:
    """Write the minutes: who came and pledged, facts, decisions with owners, dissent."""
    frame = around(request, case_id, "case_conference")
    conference = _planned(request, case_id, conference_id)
    form = opened(request, HoldForm, guests=conference.guests)
    assert isinstance(form, HoldForm)
    words: dict[str, Any] = {"heading": _("Minutes of the conference"), "decisions": form.shown("decisions")}
    if request.POST.get("rows"):
        context = {**frame, **words, "form": form, "back": _url(case_id)}
        return render(request, "desk/plans/hold.html", context)
    return act_page(
        request,
        form,
        lambda: hold(request.actor, conference_id, **form.minutes_given()),
        _url(case_id),
        around=frame,
        template="hold",
        said=_("The minutes are kept and those who answer for a decision have it on their list."),
        **words,
    )


@at_desk("POST")
def settle_decision(request: ActorRequest, case_id: uuid.UUID, decision_id: uuid.UUID) -> HttpResponse:
    """A decision was carried out."""
    settle(request.actor, decision_id)
    messages.success(request, _("Marked as done."))
    return redirect("case_conference", case_id)


@at_desk()
def invitations(request: ActorRequest) -> HttpResponse:
    """Conferences one is asked to: when and where, never what the case is about."""
    context = {"invitations": [picture.invitation(one) for one in my_invitations(request.actor)]}
    return render(request, "desk/plans/invitations.html", context)


@at_desk("POST")
def answer_invitation(request: ActorRequest, invitation_id: uuid.UUID) -> HttpResponse:
    """Say whether one comes."""
    answer(request.actor, invitation_id, answer=request.POST.get("answer", ""))
    messages.success(request, _("Your answer is kept."))
    return redirect("desk_invitations")
