"""A tie is over, or was declared in error; somebody else says so."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command
from simpul.workforce import policies
from simpul.workforce.errors import NotYours
from simpul.workforce.models import ConflictDeclaration


@command(on=ConflictDeclaration, reach=policies.of_staff_reach)
def withdraw_conflict(actor: Actor, tie: ConflictDeclaration) -> None:
    """Lift a declared tie. The worker concerned cannot lift her own."""
    if tie.staff_id == actor.staff_id:
        raise NotYours(Text(N_("Your supervisor must lift your own declaration.")))
    if tie.withdrawn_at:
        raise Refused(Text(N_("This declaration was already lifted.")))
    tie.withdrawn_by, tie.withdrawn_at = actor.id, now()
    tie.save()
