"""The referral is taken back: the agency reads nothing any more."""

from __future__ import annotations

from simpul.casework.errors import Faults
from simpul.kernel.actor import Actor
from simpul.referral import policies
from simpul.referral.choices import RecallReason
from simpul.referral.course import shut_door, take_step
from simpul.referral.models import Referral
from simpul.referral.rules.loop import Act, State
from simpul.safeguards.gate import command


@command(on=Referral, reach=policies.referral_reach)
def recall_referral(actor: Actor, referral: Referral, *, reason: str, words: str = "") -> None:
    """At once, with every open session of the agency."""
    faults = Faults()
    faults.one_of(RecallReason, reason=reason)
    faults.settle()
    take_step(actor, referral, Act.RECALL, State.RECALLED, reason=reason, words=words)
    shut_door(referral)
