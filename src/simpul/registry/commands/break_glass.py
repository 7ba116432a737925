"""Emergency reading of a file outside one's reach: reason, hours, supervisors told at once."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.models import Person
from simpul.registry.telling import tell_supervisors
from simpul.safeguards.commands.open_glass import open_glass
from simpul.safeguards.gate import command


@command(on=Person, reach=policies.thin_reach)
def break_glass(actor: Actor, person: Person, *, reason: str, hours: int = 8) -> uuid.UUID:
    """Open one person's file for at most eight hours. A sealed file stays sealed; the client sees it."""
    glass_id = open_glass(actor, subject_id=person.id, reason=reason, hours=hours)
    tell_supervisors(
        actor,
        (person.unit_id, person.office_id),
        (actor.unit_id, actor.office_id),
        kind="glass_opened",
        title=Text(N_("Emergency access was used: please review within 72 hours")),
        url="/akses-darurat/",
    )
    return glass_id
