"""A number is no longer hers, or no longer safe to keep in use."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import Hidden
from simpul.registry import policies
from simpul.registry.models import ContactPoint, Person
from simpul.safeguards.gate import command, note_in_audit


@command(on=Person, reach=policies.person_reach)
def end_contact_point(actor: Actor, person: Person, *, contact_id: uuid.UUID) -> None:
    """Take one way of reaching this person out of use."""
    ended = ContactPoint.objects.filter(pk=contact_id, person=person, ended_at=None).update(
        ended_at=now(), preferred=False
    )
    if not ended:
        raise Hidden
    note_in_audit(contact=str(contact_id))
