"""One barrier, with everything that was tried against it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from simpul.kernel.actor import Actor
from simpul.referral import policies
from simpul.referral.models import Barrier, BarrierTry
from simpul.referral.rows import BarrierRow, barrier_of
from simpul.safeguards.gate import query
from simpul.workforce.queries.staff_names import staff_names


@dataclass(frozen=True)
class TryRow:
    """One try: what, on which day, by whom, and how the barrier stood afterwards."""

    number: int
    tried: str
    tried_on: date
    result: str
    by: str
    at: datetime


@dataclass(frozen=True)
class BarrierView:
    """The page of a barrier."""

    row: BarrierRow
    case_id: uuid.UUID
    referral_id: uuid.UUID | None
    noted_by: str
    noted_at: datetime
    owner: str
    tries: tuple[TryRow, ...]
    subject_ids: tuple[uuid.UUID, ...] = ()


@query(on=Barrier, reach=policies.barrier_reach)
def barrier_view(actor: Actor, barrier: Barrier) -> BarrierView:
    """The newest try first."""
    tries = list(
        BarrierTry.objects.filter(barrier=barrier).select_related("barrier__case").order_by("-number")
    )
    ids = [barrier.by_id, *(one.by_id for one in tries), *filter(None, [barrier.owner_id])]
    names = {one: name.titled for one, name in staff_names(actor, ids=ids).items()}
    return BarrierView(
        barrier_of(barrier), barrier.case_id, barrier.referral_id,
        "" if barrier.by_partner else names.get(barrier.by_id, ""), barrier.at,
        names.get(barrier.owner_id, "") if barrier.owner_id else "",
        tuple(
            TryRow(one.number, one.tried, one.tried_on, one.result, names.get(one.by_id, ""), one.at)
            for one in tries
        ),
        barrier.audit_subjects(),
    )  # fmt: skip
