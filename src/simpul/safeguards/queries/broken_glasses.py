"""Emergency readings that wait for a second pair of eyes."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from simpul.kernel.actor import Actor
from simpul.safeguards.commands.review_broken_glass import glass_reach
from simpul.safeguards.gate import query
from simpul.safeguards.models import BrokenGlass


@dataclass(frozen=True)
class GlassRow:
    """One emergency reading: who, whom, why, until when, and what the review said."""

    id: uuid.UUID
    actor_id: uuid.UUID
    subject_id: uuid.UUID
    reason: str
    opened_at: datetime
    ends_at: datetime
    review_due: datetime
    reviewed_at: datetime | None
    justified: bool | None

    @property
    def subject_ids(self) -> tuple[uuid.UUID, ...]:
        return (self.subject_id,)


@query(over=BrokenGlass, reach=glass_reach)
def broken_glasses(
    actor: Actor, glasses: QuerySet[BrokenGlass], *, open_only: bool = True
) -> tuple[GlassRow, ...]:
    """Emergency readings within reach, the most urgent review first."""
    if open_only:
        glasses = glasses.filter(reviewed_at=None)
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
        )
        for glass in glasses.order_by("review_due")[:200]
    )
