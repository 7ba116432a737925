"""The agency says yes. The loop stays open until the client has been helped."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.referral import policies
from simpul.referral.course import demand_readable, take_step
from simpul.referral.models import Referral
from simpul.referral.rules.loop import Act, State
from simpul.safeguards.gate import command


@command(on=Referral, reach=policies.referral_reach)
def accept_referral(actor: Actor, referral: Referral, *, words: str = "") -> None:
    """From the letter, or from the waiting list."""
    demand_readable(actor, referral)
    referral.queue_place = referral.queue_until = None
    take_step(actor, referral, Act.ACCEPT, State.ACCEPTED, words=words)
