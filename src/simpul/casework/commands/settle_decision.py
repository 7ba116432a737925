"""A decision of the conference was carried out."""

from __future__ import annotations

from simpul.casework import duties, policies
from simpul.casework.models import ConferenceDecision
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import command


@command(on=ConferenceDecision, reach=policies.record_reach)
def settle_decision(actor: Actor, decision: ConferenceDecision) -> None:
    """Mark it done; twice changes nothing."""
    if decision.done_at is None:
        decision.done_at = now()
        decision.save()
    duties.no_longer(actor, "do_decision", decision.id)
