"""Somebody else than the writer lets an agreed plan come into force."""

from __future__ import annotations

from simpul.casework import duties, people, policies
from simpul.casework.errors import Faults, NeedsOtherEyes, WrongStage
from simpul.casework.models import Approval, Plan
from simpul.kernel.actor import Actor
from simpul.kernel.clock import end_of, now
from simpul.kernel.text import N_, Text
from simpul.registry.kin import demand_free_hands
from simpul.safeguards.gate import command, note_in_audit


@command(on=Plan, reach=policies.record_reach)
def approve_plan(actor: Actor, plan: Plan, *, approve: bool = True, words: str = "") -> None:
    """Bring the plan into force in place of the one before; or give it back, and a new version follows."""
    demand_free_hands(actor, plan.case.client_id)
    if plan.state != "agreed":
        raise WrongStage(Text(N_("Only a plan that the client has agreed to can be approved.")))
    own = people.author(actor)
    answered_with = plan.agreement.by_id
    if own in {plan.by_id, answered_with}:
        raise NeedsOtherEyes
    case = plan.case
    if approve:
        Plan.objects.filter(case=case, state="approved").update(state="replaced")
        Approval.objects.create(case=case, by_id=own, plan=plan, drafted_by=plan.by_id, words=words)
        plan.state = "approved"
        plan.in_force_since = now()
        duties.ask_for(
            actor, case, "review_case", due_at=end_of(plan.review_on), staff_id=people.primary_of(case)
        )
    else:
        faults = Faults()
        faults.need(words=words)
        faults.settle()
        plan.state = "returned"
        plan.returned_words = words
    plan.version += 1
    plan.save()
    duties.no_longer(actor, "approve_plan", plan.id)
    said = N_("Your plan was approved (%(reference)s)")
    back = N_("Your plan came back with words (%(reference)s)")
    duties.tell(actor, case, [plan.by_id], "plan_answered", said if approve else back, path="rencana/")
    note_in_audit(number=plan.number, approved=approve)
