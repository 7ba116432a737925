"""The legal hold on a person's records ends."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.registry import policies
from simpul.registry.models import Person
from simpul.safeguards.commands.hold_legally import lift_hold
from simpul.safeguards.gate import command


@command(on=Person, reach=policies.person_reach)
def release_records(actor: Actor, person: Person) -> int:
    """Lift every standing hold on this person's records; returns how many."""
    return lift_hold(actor, subject_id=person.id)
