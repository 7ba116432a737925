"""Somebody of the team has read what the client wrote."""

from __future__ import annotations

from simpul.casework import duties, people, policies
from simpul.casework.models import ClientLetter
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import command


@command(on=ClientLetter, reach=policies.record_reach)
def read_letter(actor: Actor, letter: ClientLetter) -> None:
    """The client sees that it was read, and when."""
    if letter.read_at is None:
        letter.read_at = now()
        letter.read_by = people.author(actor)
        letter.save()
    duties.no_longer(actor, "read_letter", letter.id)
