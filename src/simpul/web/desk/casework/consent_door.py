"""What is said at the door of an act that needs a consent which does not stand: before anything is typed."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from simpul.casework.queries.case_file import CaseFile
from simpul.safeguards.consent import Purpose
from simpul.web.desk.casework.picture import no_badge
from simpul.web.ui.components.badge.props import Badge


@dataclass(frozen=True)
class ConsentDoor:
    """For what consent is missing, where to ask, whether the client said no, what became of the text."""

    purpose: str
    url: str
    said_no: Badge | None
    typed: bool


def consent_door(file: CaseFile, purpose: str, *, typed: bool = False) -> ConsentDoor | None:
    """Nothing where a consent or a cited duty stands, where none is needed, or where nobody is known yet."""
    if not purpose or file.row.client_id is None or any(one.purpose == purpose for one in file.consents):
        return None
    no = next((one for one in file.refusals if one.purpose == purpose), None)
    url = reverse("record_case_consent", args=[file.row.id]) + f"?untuk={purpose}"
    return ConsentDoor(str(Purpose(purpose).label), url, no_badge(no.said_at) if no else None, typed)
