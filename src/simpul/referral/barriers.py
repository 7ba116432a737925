"""A barrier that stands has an owner and a date; settled, its task is gone."""

from __future__ import annotations

import uuid
from datetime import datetime

from simpul.casework.duties import put_on_list
from simpul.casework.people import primary_of
from simpul.kernel.actor import Actor, system_actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.reference.queries.clocks import practice_periods
from simpul.referral.choices import BarrierState
from simpul.referral.models import Barrier
from simpul.worklist.commands.settle_task import settle_task

ASKS = N_("A barrier still stands: what can be tried? (%(reference)s)")


def task_key(barrier_id: uuid.UUID) -> str:
    return f"referral.barrier:{barrier_id}"


def next_look(since: datetime) -> datetime:
    """When somebody looks at a barrier again, if nobody chose a day."""
    (period,) = practice_periods(system_actor(), code="barrier_look")
    return period.after(since)


def look_after(actor: Actor, barrier: Barrier, *, due_at: datetime | None = None) -> None:
    """Whoever answers for the case is its owner; the task says neither kind nor name.

    With the case ended, or the barrier settled, nobody has to ask any more.
    """
    standing = barrier.state == BarrierState.STANDS and barrier.case.is_open
    if not standing:
        barrier.due_at = None
        barrier.save()
        settle_task(actor, key=task_key(barrier.id))
        return
    case = barrier.case
    barrier.owner_id = primary_of(case) or barrier.owner_id or actor.staff_id
    barrier.due_at = due_at or barrier.due_at or next_look(now())
    barrier.save()
    put_on_list(
        actor,
        case,
        key=task_key(barrier.id),
        kind="barrier_stands",
        title=Text(ASKS, {"reference": case.reference}),
        staff_id=barrier.owner_id,
        due_at=barrier.due_at,
        url=f"/hambatan/{barrier.id}/",
    )
