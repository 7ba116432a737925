"""Emergency readings that wait for a second pair of eyes."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.registry import policies
from simpul.registry.models import Person
from simpul.safeguards.gate import query
from simpul.safeguards.models import BrokenGlass

REVIEW = "registry.review_broken_glass"


@dataclass(frozen=True)
class GlassRow:
    """One emergency reading: who, whom, why, until when, what the review said, and whether it is one's own
    to review. ``person`` is empty for whoever may not open the file."""

    id: uuid.UUID
    actor_id: uuid.UUID
    subject_id: uuid.UUID
    reason: str
    opened_at: datetime
    ends_at: datetime
    review_due: datetime
    reviewed_at: datetime | None
    justified: bool | None
    overdue: bool
    mine_to_review: bool
    person: str

    @property
    def subject_ids(self) -> tuple[uuid.UUID, ...]:
        return (self.subject_id,)


@query(over=BrokenGlass, reach=policies.glass_reach)
def broken_glasses(
    actor: Actor, glasses: QuerySet[BrokenGlass], *, open_only: bool = True
) -> tuple[GlassRow, ...]:
    """Emergency readings within reach, the most urgent review first."""
    if open_only:
        glasses = glasses.filter(reviewed_at=None)
    found = list(glasses.order_by("review_due")[:200])
    mine = set(
        BrokenGlass.objects.filter(
            policies.glass_reach(actor, REVIEW), pk__in=[one.pk for one in found]
        ).values_list("pk", flat=True)
    )
    names = _names(actor, [one.subject_id for one in found if one.pk in mine])
    return tuple(
        GlassRow(
            glass.id,
            glass.actor_id,
            glass.subject_id,
            glass.reason,
            glass.opened_at,
            glass.ends_at,
            glass.review_due,
            glass.reviewed_at,
            glass.justified,
            glass.reviewed_at is None and glass.review_due < now(),
            glass.reviewed_at is None and glass.actor_id != actor.id and glass.pk in mine,
            names.get(glass.subject_id, ""),
        )
        for glass in found
    )


def _names(actor: Actor, person_ids: list[uuid.UUID]) -> dict[uuid.UUID, str]:
    """The names of those whose files the reader may open himself."""
    reached = Person.objects.filter(policies.person_reach(actor, "registry.person_file"), pk__in=person_ids)
    return {person.id: person.display_name for person in reached}
