"""A relationship is over, or was recorded by mistake; it stays in the history."""

from __future__ import annotations

import uuid
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.errors import FieldFault, Hidden, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.models import Person, Relationship
from simpul.safeguards.gate import command, note_in_audit


@command(on=Person, reach=policies.person_reach)
def end_relationship(
    actor: Actor, person: Person, *, relationship_id: uuid.UUID, until: date | None = None
) -> None:
    """Close one tie of this person, today unless told."""
    tie = Relationship.objects.filter(pk=relationship_id, until=None).first()
    if tie is None or person.id not in tie.audit_subjects():
        raise Hidden
    day = until or today()
    if day > today() or (tie.since and day < tie.since):
        words = N_("The end lies before the beginning or in the future.")
        raise InvalidInput([FieldFault("until", Text(words))])
    Relationship.objects.filter(pk=tie.pk).update(until=day)
    note_in_audit(subjects=tie.audit_subjects(), kind=tie.kind)
