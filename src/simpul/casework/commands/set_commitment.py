"""Goal and present fact are held side by side, and somebody promises the next thing."""

from __future__ import annotations

import uuid
from datetime import date

from simpul.casework import duties, people, policies
from simpul.casework.choices import Whose
from simpul.casework.commands._course import demand_open
from simpul.casework.errors import Faults
from simpul.casework.models import Case, Goal, PlannedAction
from simpul.kernel.actor import Actor
from simpul.kernel.clock import end_of, today
from simpul.kernel.text import N_
from simpul.safeguards.gate import command, note_in_audit


@command(on=Case, reach=policies.case_reach, consent="casework")
def set_commitment(
    actor: Actor,
    case: Case,
    *,
    whose: str,
    what: str,
    due_on: date,
    goal_id: uuid.UUID | None = None,
    present_fact: str = "",
) -> uuid.UUID:
    """Keep a promise of the worker, the client or the family; the worker's own goes on her list."""
    demand_open(case)
    faults = Faults()
    faults.one_of(Whose, whose=whose)
    faults.need(what=what)
    faults.not_past(today(), due_on=due_on)
    goal = Goal.objects.filter(pk=goal_id, case=case).first() if goal_id else None
    if goal_id and goal is None:
        faults.add("goal_id", N_("Choose a goal of this case."))
    faults.settle()
    made = PlannedAction.objects.create(
        case=case, by_id=people.author(actor), goal=goal, plan=goal.plan if goal else None, whose=whose,
        what=what, present_fact=present_fact, due_on=due_on,
    )  # fmt: skip
    if whose == Whose.WORKER:
        duties.ask_for(
            actor, case, "keep_promise", about=made.id, due_at=end_of(due_on),
            staff_id=actor.staff_id or people.primary_of(case),
        )  # fmt: skip
    note_in_audit(whose=whose)
    return made.id  # type: ignore[no-any-return]
