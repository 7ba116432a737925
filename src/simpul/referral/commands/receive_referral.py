"""The agency has it in its hands."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.referral import policies
from simpul.referral.course import demand_readable, take_step
from simpul.referral.models import Referral
from simpul.referral.rules.loop import Act, State
from simpul.safeguards.gate import command


@command(on=Referral, reach=policies.referral_reach)
def receive_referral(actor: Actor, referral: Referral, *, words: str = "") -> None:
    """Opening the letter says so by itself; a worker who hears it on the telephone writes it down."""
    demand_readable(actor, referral)
    take_step(actor, referral, Act.RECEIVE, State.RECEIVED, words=words)
