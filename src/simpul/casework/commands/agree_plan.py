"""The client says yes to the plan."""

from __future__ import annotations

import uuid

from simpul.casework import duties, people, policies
from simpul.casework.choices import GivenBy
from simpul.casework.commands._answer import in_the_office, keep_answer, lacks
from simpul.casework.errors import Faults
from simpul.casework.models import Plan
from simpul.kernel.actor import Actor
from simpul.kernel.clock import end_of, today
from simpul.kernel.text import N_
from simpul.safeguards.gate import command, note_in_audit


@command(on=Plan, reach=policies.record_reach, consent="casework")
def agree_plan(actor: Actor, plan: Plan, *, how: str, client_words: str = "", witness: str = "") -> uuid.UUID:
    """Keep how the yes was given; then somebody else looks at the plan."""
    faults = Faults()
    lacks(plan, faults)
    in_the_office(faults, how)
    if how == GivenBy.SPOKEN and not witness.strip():
        faults.add("witness", N_("A spoken yes needs a witness: write the name."))
    faults.settle()
    answer = keep_answer(actor, plan, agreed=True, how=how, client_words=client_words, witness=witness)
    plan.state = "agreed"
    plan.version += 1
    plan.save()
    duties.ask_above(actor, plan.case, "approve_plan", about=plan.id, due_at=end_of(today()), path="rencana/")
    note_in_audit(number=plan.number, how=how, author=str(people.author(actor)))
    return answer.id
