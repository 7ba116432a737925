"""Addresses of a case's pages, and what stands around each of them."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.queries.case_file import CaseFile, case_file
from simpul.web.desk.casework import picture
from simpul.web.desk.casework.consent_door import consent_door
from simpul.web.desk.drafting import typed
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.acts import Current, perform
from simpul.web.ui.components.tabs.props import Tab, Tabs
from simpul.web.ui.forms import ActForm
from simpul.workforce.queries.staff_names import StaffName, staff_names
from simpul.worklist.commands.drop_draft import drop_draft
from simpul.worklist.commands.keep_draft import keep_draft


def case_url(case_id: uuid.UUID) -> str:
    """The case's own page."""
    return f"/kasus/{case_id}/"


def tabs(case_id: uuid.UUID, here: str) -> Tabs:
    """The pages of the second half of a case."""
    pages = (
        ("case", _("The case")),
        ("case_plan", _("Plan")),
        ("case_conference", _("Conference")),
        ("review_case", _("Reviews")),
        ("case_aftercare", _("Ending")),
        ("hand_over_case", _("Hand-over")),
        ("case_documents", _("Documents")),
    )
    return Tabs(
        _("Parts of the case"),
        tuple(
            Tab(
                label,
                case_url(case_id) if name == "case" else reverse(name, args=[case_id]),
                name == here,
            )
            for name, label in pages
        ),
    )


def around(request: ActorRequest, case_id: uuid.UUID, here: str) -> dict[str, Any]:
    """The file, its banner and its tabs: what every page of a case shows."""
    file = case_file(request.actor, case_id)
    return frame_of(file, here)


def frame_of(file: CaseFile, here: str) -> dict[str, Any]:
    return {
        "file": file,
        "row": file.row,
        "case_id": file.row.id,
        "case_url": case_url(file.row.id),
        "banner": picture.banner(file),
        "tabs": tabs(file.row.id, here),
        "ended": file.row.stage in picture.ENDED,
    }


def belongs(record_case: uuid.UUID, case_id: uuid.UUID) -> None:
    """A record shown under another case's address does not exist there."""
    if record_case != case_id:
        raise Http404


def named(request: ActorRequest, *ids: uuid.UUID | None) -> dict[uuid.UUID, StaffName]:
    """The names behind these ids."""
    return staff_names(request.actor, ids=ids)


def act_page(
    request: ActorRequest,
    form: ActForm,
    act: Callable[[], object],
    done_url: str | Callable[[str], str],
    *,
    around: Mapping[str, Any],
    template: str = "act",
    said: str = "",
    current: Current | None = None,
    consent_to: str = "",
    **words: Any,
) -> HttpResponse:
    """Run the act once when the form was sent; show the form, with every objection, otherwise.

    ``consent_to``: the purpose for which consent must stand. ``words``: heading, submit, lead, danger
    and whatever the template asks for.
    """
    sent = request.method == "POST"
    lacks = consent_door(around["file"], consent_to, typed=sent) if consent_to else None
    if sent and (answer := perform(request, form, act, done_url, current=current)):
        if form.draft_key:
            drop_draft(request.actor, key=form.draft_key)
        if said:
            messages.success(request, said)
        return answer
    if lacks and lacks.typed and form.draft_key:
        keep_draft(request.actor, key=form.draft_key, body=typed(request.POST))
    back = done_url if isinstance(done_url, str) else ""
    context = {**around, "form": form, "back": back, "consent_door": lacks, **words}
    return render(request, f"desk/plans/{template}.html", context, status=form.status)
