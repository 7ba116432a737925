"""Contacts: written once, corrected beside the first text."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from simpul.casework.commands.correct_contact import correct_contact as correct
from simpul.casework.commands.record_contact import record_contact as record
from simpul.casework.queries.case_file import CaseFile
from simpul.casework.queries.contacts import contact_view
from simpul.kernel.clock import now
from simpul.web.desk.casework.act_page import act_page, bound, file_if_shown, open_file
from simpul.web.desk.casework.contact_forms import ContactForm, CorrectionForm
from simpul.web.desk.door import at_desk
from simpul.web.ui.acting import ActorRequest


@at_desk("GET", "POST")
def record_contact(request: ActorRequest, case_id: uuid.UUID) -> HttpResponse:
    """Write down a contact or a note."""
    file = file_if_shown(request, case_id, "record_contact")
    form = bound(request, ContactForm, initial=lambda: _granted(file))
    return act_page(
        request,
        file,
        form,
        lambda: record(request.actor, case_id, contact=form.given),
        heading=_("Record a contact"),
        submit=_("Record"),
        said=_("The contact is recorded."),
        back=reverse("case", args=[case_id]) + "#contacts",
    )


def _granted(file: CaseFile) -> dict[str, Any]:
    return {
        "happened_at": timezone.localtime(now()),
        "reached": True,
        "setting": file.row.setting,
        "level": file.level,
    }


@at_desk("GET", "POST")
def correct_contact(request: ActorRequest, contact_id: uuid.UUID) -> HttpResponse:
    """Write the contact as it should have been; the first text stays beside it."""
    seen = contact_view(request.actor, contact_id)
    if not seen.mine:
        raise Http404
    latest = seen if seen.latest_id == contact_id else contact_view(request.actor, seen.latest_id)
    file = open_file(request, seen.case_id, "correct_contact")
    form = bound(request, CorrectionForm, initial=_shown(latest.given), version=latest.version)
    return act_page(
        request,
        file,
        form,
        lambda: correct(
            request.actor,
            latest.id,
            version=form.read_version or 0,
            given=form.given,
            reason=form.facts["reason"],
        ),
        heading=_("Correct a contact"),
        submit=_("Save the correction"),
        said=_("The correction stands beside the first text."),
        anchor="#contacts",
        current=lambda: (_shown(latest.given), latest.version),
    )


def _shown(given: Mapping[str, Any]) -> dict[str, object]:
    return {**given, "happened_at": timezone.localtime(given["happened_at"])}
