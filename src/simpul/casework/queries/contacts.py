"""One contact in full, for the page on which it is corrected."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from simpul.casework.commands.record_contact import ContactGiven
from simpul.casework.models import Contact
from simpul.casework.policies import record_reach
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class ContactPicture:
    """What was given, and which contact stands now if this one was corrected."""

    id: uuid.UUID
    case_id: uuid.UUID
    number: int
    version: int
    given: ContactGiven
    latest_id: uuid.UUID
    mine: bool
    subject_ids: tuple[uuid.UUID, ...] = ()


@query(on=Contact, reach=record_reach)
def contact_view(actor: Actor, contact: Contact) -> ContactPicture:
    """The contact as written; ``latest_id`` is the last correction of it, or itself."""
    one = contact
    given = ContactGiven(
        channel=one.channel, role=one.role, setting=one.setting, level=one.level,
        happened_at=one.happened_at, client_words=one.client_words, observation=one.observation,
        interpretation=one.interpretation, place=one.place, minutes=one.minutes, reached=one.reached,
        present=one.present, next_step=one.next_step, next_on=one.next_on,
    )  # fmt: skip
    return ContactPicture(
        one.id, one.case_id, one.number, one.version, given, _latest(one),
        actor.staff_id is not None and one.by_id == actor.staff_id, one.audit_subjects(),
    )  # fmt: skip


def _latest(contact: Contact) -> uuid.UUID:
    latest: uuid.UUID = contact.id
    while (
        later := Contact.objects.filter(corrects_id=latest).values_list("pk", flat=True).first()
    ) is not None:
        latest = later
    return latest
