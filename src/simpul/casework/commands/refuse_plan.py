"""The client says no to the plan. That ends nothing: the case stays open and another version may follow."""

from __future__ import annotations

import uuid

from simpul.casework import policies
from simpul.casework.commands._answer import in_the_office, keep_answer
from simpul.casework.errors import Faults
from simpul.casework.models import Plan
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command, note_in_audit


@command(on=Plan, reach=policies.record_reach)
def refuse_plan(actor: Actor, plan: Plan, *, how: str, client_words: str, witness: str = "") -> uuid.UUID:
    """Keep the no with the client's words. Nothing else changes, whatever plan is in force stays so."""
    faults = Faults()
    faults.need(client_words=client_words)
    in_the_office(faults, how)
    faults.settle()
    answer = keep_answer(actor, plan, agreed=False, how=how, client_words=client_words, witness=witness)
    plan.state = "refused"
    plan.version += 1
    plan.save()
    note_in_audit(number=plan.number, how=how)
    return answer.id
