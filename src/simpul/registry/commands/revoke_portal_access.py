"""The way into the portal is closed, by the team or by the client herself."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.registry import policies
from simpul.registry.doors import shut
from simpul.registry.models import Person
from simpul.safeguards.gate import command


@command(on=Person, reach=policies.person_reach)
def revoke_portal_access(actor: Actor, person: Person) -> None:
    """Every session ends with its next click; a code not yet used is dead. Twice changes nothing."""
    shut(actor, person)
