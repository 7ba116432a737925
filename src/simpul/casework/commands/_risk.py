"""Keeping a rating of risk, and the promise to be there in time that follows from it."""

from __future__ import annotations

from collections.abc import Collection

from simpul.casework import duties, people
from simpul.casework.models import Case, RiskRating
from simpul.casework.targets import due_for
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now


def rate(
    actor: Actor, case: Case, *, level: str, proposed: str, factors: Collection[str], reason: str
) -> RiskRating:
    moment = now()
    due_at = due_for(level, moment)
    rating: RiskRating = RiskRating.objects.create(
        case=case,
        by_id=people.author(actor),
        at=moment,
        level=level,
        suggested=proposed,
        factors=sorted(factors),
        reason=reason,
        due_at=due_at,
    )
    case.risk = level
    case.next_due = due_at
    case.version += 1
    case.save()
    duties.ask_for(
        actor,
        case,
        "contact_client",
        due_at=due_at,
        staff_id=people.primary_of(case),
        urgency=duties.URGENCY.get(level, "normal"),
    )
    return rating
