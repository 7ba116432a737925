"""The agency says no, and why."""

from __future__ import annotations

from simpul.casework.errors import Faults
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_
from simpul.referral import policies
from simpul.referral.choices import DeclineReason
from simpul.referral.commands._barrier import OF_REFUSAL, BarrierGiven, keep_barrier
from simpul.referral.course import demand_readable, take_step
from simpul.referral.models import Referral
from simpul.referral.rules.loop import Act, State
from simpul.safeguards.gate import command

NAMES_RULE = frozenset({DeclineReason.AREA, DeclineReason.CONDITIONS})


@command(on=Referral, reach=policies.referral_reach)
def decline_referral(
    actor: Actor, referral: Referral, *, reason: str, rule: str = "", words: str = ""
) -> None:
    """A typed reason; where a rule is the reason, the rule by name. It is kept as a barrier."""
    demand_readable(actor, referral)
    faults = Faults()
    faults.one_of(DeclineReason, reason=reason)
    if reason in NAMES_RULE and not rule.strip():
        faults.add("rule", N_("Name the rule or condition, so that it can be checked or changed."))
    if reason == DeclineReason.OTHER and not words.strip():
        faults.add("words", N_("Write in a few words why not."))
    faults.settle()
    referral.queue_place = referral.queue_until = None
    take_step(actor, referral, Act.DECLINE, State.DECLINED, reason=reason, words=words)
    given = BarrierGiven(OF_REFUSAL[reason], rule=rule, words=words)
    keep_barrier(actor, referral.case, given, referral=referral)
