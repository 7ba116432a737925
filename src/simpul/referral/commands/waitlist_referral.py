"""The agency would, but there is no place yet."""

from __future__ import annotations

from datetime import date

from simpul.casework.errors import Faults
from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.referral import policies
from simpul.referral.commands._barrier import BarrierGiven, keep_barrier
from simpul.referral.course import demand_readable, take_step
from simpul.referral.models import Referral
from simpul.referral.rules.loop import Act, State
from simpul.safeguards.gate import command


@command(on=Referral, reach=policies.referral_reach)
def waitlist_referral(
    actor: Actor,
    referral: Referral,
    *,
    queue_until: date | None,
    queue_place: int | None = None,
    words: str = "",
) -> None:
    """With the place in the queue, if there are places, and the day by which the agency tells more."""
    demand_readable(actor, referral)
    faults = Faults()
    faults.need(queue_until=queue_until)
    faults.not_past(today(), queue_until=queue_until)
    faults.settle()
    fresh = referral.state != State.WAITLISTED
    referral.queue_place, referral.queue_until = queue_place, queue_until
    take_step(actor, referral, Act.WAITLIST, State.WAITLISTED, words=words)
    if fresh:
        keep_barrier(actor, referral.case, BarrierGiven("capacity", words=words), referral=referral)
