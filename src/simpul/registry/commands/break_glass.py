"""Emergency reading of a file outside one's reach: reason, hours, supervisors told at once."""

from __future__ import annotations

import uuid
from datetime import timedelta

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.kin import demand_free_hands
from simpul.registry.models import Person
from simpul.registry.telling import ask_for_review_of_glass, places_of, tell_supervisors
from simpul.safeguards.commands.open_glass import REVIEW_HOURS, open_glass
from simpul.safeguards.gate import command


@command(on=Person, reach=policies.thin_reach)
def break_glass(actor: Actor, person: Person, *, reason: str, hours: int = 8) -> uuid.UUID:
    """Open one person's file for at most eight hours. A sealed file stays sealed; the client sees it."""
    demand_free_hands(actor, person.id)
    glass_id = open_glass(actor, subject_id=person.id, reason=reason, hours=hours)
    _tell(actor, person)
    due_at = now() + timedelta(hours=REVIEW_HOURS)
    ask_for_review_of_glass(actor, person, glass_id, due_at)
    return glass_id


def _tell(actor: Actor, person: Person) -> None:
    """At once: whoever answers for the client, who will review it, and whoever answers for the reader."""
    url, kind = "/akses-darurat/", "glass_opened"
    theirs, ours = places_of(person), (actor.unit_id, actor.office_id)
    review = Text(N_("Emergency access was used: please review within 72 hours"))
    tell_supervisors(actor, *theirs, kind=kind, title=review, url=url)
    if ours in theirs:
        return
    used = Text(N_("Emergency access was used by somebody of your team"))
    tell_supervisors(actor, ours, kind=kind, title=used if theirs else review, url=url)
