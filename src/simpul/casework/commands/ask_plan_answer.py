"""A draft is laid before the client in the portal."""

from __future__ import annotations

import uuid

from simpul.casework import people, policies
from simpul.casework.commands._answer import lacks
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Plan, PlanQuestion
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=Plan, reach=policies.record_reach, consent="casework")
def ask_plan_answer(actor: Actor, plan: Plan) -> uuid.UUID:
    """Let the client read this wording at home and answer it; a later change of the draft takes it back."""
    if plan.state != "draft":
        raise WrongStage(Text(N_("The client has answered this version already.")))
    faults = Faults()
    lacks(plan, faults)
    if not people.has_portal(plan.case):
        faults.add("", N_("The client has no way into the portal. Invite her on the person's page first."))
    faults.settle()
    made, _new = PlanQuestion.objects.get_or_create(
        plan=plan, plan_version=plan.version, defaults={"case": plan.case, "by_id": people.author(actor)}
    )
    note_in_audit(number=plan.number, version=plan.version)
    return made.id  # type: ignore[no-any-return]
