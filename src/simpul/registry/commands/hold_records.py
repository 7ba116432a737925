"""A procedure or statute needs this person's records: no erasure until the hold is lifted."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.registry import policies
from simpul.registry.models import Person
from simpul.safeguards.commands.hold_legally import hold_legally
from simpul.safeguards.gate import command


@command(on=Person, reach=policies.person_reach)
def hold_records(actor: Actor, person: Person, *, ground: str) -> uuid.UUID:
    """Set a legal hold with its ground: a letter, a case number, an article."""
    return hold_legally(actor, subject_id=person.id, ground=ground.strip()[:200])
