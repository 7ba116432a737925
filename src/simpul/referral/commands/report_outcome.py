"""What came of it at the agency."""

from __future__ import annotations

from simpul.casework.errors import Faults
from simpul.kernel.actor import Actor
from simpul.referral import policies
from simpul.referral.choices import Outcome
from simpul.referral.commands._barrier import BarrierGiven, check_barrier, keep_barrier
from simpul.referral.course import demand_readable, take_step
from simpul.referral.models import Referral
from simpul.referral.rules.loop import Act, State
from simpul.safeguards.gate import command

__all__ = ["BarrierGiven", "report_outcome"]


@command(on=Referral, reach=policies.referral_reach)
def report_outcome(
    actor: Actor, referral: Referral, *, outcome: str, words: str = "", barrier: BarrierGiven | None = None
) -> None:
    """Helped, helped in part, or not; where it was not, what was in the way."""
    demand_readable(actor, referral)
    faults = Faults()
    faults.one_of(Outcome, outcome=outcome)
    if outcome == Outcome.NOT_SERVED:
        check_barrier(actor, faults, barrier or BarrierGiven(""))
    if outcome == Outcome.PARTLY:
        faults.need(words=words)
    faults.settle()
    take_step(actor, referral, Act.REPORT, State(outcome), words=words)
    if outcome == Outcome.NOT_SERVED and barrier is not None:
        keep_barrier(actor, referral.case, barrier, referral=referral)
