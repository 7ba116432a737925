"""One contact in full, for the page on which it is corrected."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simpul.casework.models import Contact
from simpul.casework.policies import record_reach
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query

GIVEN = (
    "channel", "role", "setting", "level", "happened_at", "client_words", "observation", "interpretation",
    "place", "minutes", "reached", "present", "next_step", "next_on",
)  # fmt: skip


@dataclass(frozen=True)
class ContactPicture:
    """What was given, and which contact stands now if this one was corrected."""

    id: uuid.UUID
    case_id: uuid.UUID
    number: int
    version: int
    given: Mapping[str, Any]
    latest_id: uuid.UUID
    mine: bool
    subject_ids: tuple[uuid.UUID, ...] = ()


@query(on=Contact, reach=record_reach)
def contact_view(actor: Actor, contact: Contact) -> ContactPicture:
    """The contact as written; ``latest_id`` is the last correction of it, or itself."""
    one = contact
    mine = actor.staff_id is not None and one.by_id == actor.staff_id
    given = {name: getattr(one, name) for name in GIVEN}
    return ContactPicture(
        one.id, one.case_id, one.number, one.version, given, _latest(one), mine, one.audit_subjects()
    )


def _latest(contact: Contact) -> uuid.UUID:
    latest: uuid.UUID = contact.id
    while (
        later := Contact.objects.filter(corrects_id=latest).values_list("pk", flat=True).first()
    ) is not None:
        latest = later
    return latest
