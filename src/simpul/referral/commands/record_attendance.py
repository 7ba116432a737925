"""Whether the client got there."""

from __future__ import annotations

from simpul.casework.errors import Faults
from simpul.kernel.actor import Actor, ActorKind
from simpul.kernel.text import N_
from simpul.referral import policies
from simpul.referral.commands._barrier import BarrierGiven, check_barrier, keep_barrier
from simpul.referral.course import demand_readable, take_step
from simpul.referral.models import Referral
from simpul.referral.rules.loop import Act, State
from simpul.safeguards.gate import command

__all__ = ["BarrierGiven", "record_attendance"]


@command(on=Referral, reach=policies.referral_reach)
def record_attendance(
    actor: Actor,
    referral: Referral,
    *,
    attended: bool | None,
    barrier: BarrierGiven | None = None,
    words: str = "",
) -> None:
    """She went, or something was in the way. The agency may not know what it was; then our owner asks her."""
    demand_readable(actor, referral)
    faults = Faults()
    if attended is None:
        faults.add("attended", N_("Say whether the client came."))
    named = barrier is not None and bool(barrier.kind)
    if attended is False and (named or actor.kind is not ActorKind.PARTNER):
        check_barrier(actor, faults, barrier or BarrierGiven(""))
    faults.settle()
    to = State.ATTENDED if attended else State.MISSED
    take_step(actor, referral, Act.ATTEND, to, words=words)
    if not attended and barrier is not None and named:
        keep_barrier(actor, referral.case, barrier, referral=referral)
