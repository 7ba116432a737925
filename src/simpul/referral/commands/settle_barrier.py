"""What was tried against a barrier, and how it stands now."""

from __future__ import annotations

from datetime import date

from simpul.casework.errors import Faults
from simpul.casework.people import author, next_number
from simpul.kernel.actor import Actor
from simpul.kernel.clock import end_of, today
from simpul.kernel.text import N_
from simpul.referral import policies
from simpul.referral.barriers import look_after
from simpul.referral.choices import BarrierState
from simpul.referral.errors import BarrierSettled
from simpul.referral.models import Barrier, BarrierTry
from simpul.safeguards.gate import command, note_in_audit


@command(on=Barrier, reach=policies.barrier_reach)
def settle_barrier(
    actor: Actor,
    barrier: Barrier,
    *,
    tried: str,
    result: str,
    tried_on: date | None = None,
    next_on: date | None = None,
) -> None:
    """Every try stays as it was written. While the barrier stands there is a next day; else its task ends."""
    if barrier.state != BarrierState.STANDS:
        raise BarrierSettled
    faults = Faults()
    faults.need(tried=tried)
    faults.one_of(BarrierState, result=result)
    if tried_on is not None and tried_on > today():
        faults.add("tried_on", N_("Choose today or an earlier day."))
    if tried_on is not None and tried_on < barrier.happened_on:
        faults.add("tried_on", N_("The barrier was met later than this day."))
    if result == BarrierState.STANDS:
        faults.not_past(today(), next_on=next_on)
    faults.settle()
    BarrierTry.objects.create(
        barrier=barrier, number=next_number(BarrierTry.objects.filter(barrier=barrier)),
        tried_on=tried_on or today(), tried=tried.strip(), result=result, by_id=author(actor),
    )  # fmt: skip
    barrier.state, barrier.due_at = result, None
    look_after(actor, barrier, due_at=end_of(next_on) if next_on else None)
    note_in_audit(barrier=barrier.kind, state=result)
