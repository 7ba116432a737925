"""The client answers a plan in the portal, in her own words."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from simpul.casework import duties, people, policies
from simpul.casework.above import supervisor_of
from simpul.casework.choices import GivenBy
from simpul.casework.commands._answer import keep_answer
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import GoalRemark, Plan, PlanQuestion
from simpul.kernel.actor import Actor
from simpul.kernel.clock import end_of, today
from simpul.kernel.errors import Conflict
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit

LONGEST = 5_000


@command(on=Plan, reach=policies.record_reach)
def answer_own_plan(
    actor: Actor,
    plan: Plan,
    *,
    version: int,
    agreed: bool,
    client_words: str = "",
    remarks: Mapping[uuid.UUID, str] | None = None,
) -> uuid.UUID:
    """Keep her yes or no to the wording she read, and what she says about single goals. A no ends nothing."""
    if plan.state != "draft" or not PlanQuestion.objects.filter(plan=plan).exists():
        raise WrongStage(Text(N_("This plan does not wait for your answer any more.")))
    if version != plan.version or not PlanQuestion.objects.filter(plan=plan, plan_version=version).exists():
        raise Conflict
    said = {goal: words.strip() for goal, words in (remarks or {}).items() if words.strip()}
    _check(plan, said, client_words, agreed=agreed)
    answer = keep_answer(
        actor, plan, agreed=agreed, how=GivenBy.PORTAL, client_words=client_words, witness=""
    )
    for goal_id, words in said.items():
        GoalRemark.objects.create(
            case=plan.case, by_id=people.author(actor), agreement=answer, goal_id=goal_id, words=words
        )
    plan.state = "agreed" if agreed else "refused"
    plan.version += 1
    plan.save()
    _tell(actor, plan, agreed=agreed)
    note_in_audit(number=plan.number, agreed=agreed, remarks=len(said))
    return answer.id


def _check(plan: Plan, said: Mapping[uuid.UUID, str], client_words: str, *, agreed: bool) -> None:
    faults = Faults()
    if set(said) - set(plan.goals.values_list("pk", flat=True)):
        raise Conflict
    if any(len(words) > LONGEST for words in (client_words, *said.values())):
        faults.add("client_words", N_("Please write at most %(count)s characters."), count=LONGEST)
    if not agreed and not said and not client_words.strip():
        faults.add("client_words", N_("Please say in a few words what does not fit; a word is enough."))
    faults.settle()


def _tell(actor: Actor, plan: Plan, *, agreed: bool) -> None:
    """The worker hears of it; a plan agreed to goes on to somebody who looks at the writer's work."""
    case = plan.case
    if agreed:
        above = supervisor_of(case, plan.by_id)
        due_at = end_of(today())
        duties.ask_for(
            actor, case, "approve_plan", about=plan.id, due_at=due_at, staff_id=above, path="rencana/"
        )
    worker = people.primary_of(case)
    yes, no = (
        N_("The client agrees to the plan (%(reference)s)"),
        N_("The client refuses the plan (%(reference)s)"),
    )
    told = [one for one in (worker, plan.by_id) if one is not None]
    duties.tell(actor, case, told, "plan_answered", yes if agreed else no, path="rencana/")
