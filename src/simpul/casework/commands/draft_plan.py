"""A plan is begun: this client's own goals, standing on this client's own needs."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date

from simpul.casework import people, policies
from simpul.casework.choices import Horizon
from simpul.casework.commands._course import demand_open
from simpul.casework.commands._plan import ActionGiven, GoalGiven, NeedGiven, check, demand_own, write
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Case, Plan
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit

__all__ = ["ActionGiven", "GoalGiven", "NeedGiven", "draft_plan"]


@command(on=Case, reach=policies.case_reach, consent="casework")
def draft_plan(
    actor: Actor,
    case: Case,
    *,
    needs: Sequence[NeedGiven],
    goals: Sequence[GoalGiven],
    actions: Sequence[ActionGiven] = (),
    review_on: date,
    horizon: str = Horizon.SHORT,
    copied_from_id: uuid.UUID | None = None,
    change_reason: str = "",
) -> uuid.UUID:
    """Write version 1, or the next version after a refusal or beside the plan in force.

    ``copied_from_id`` names the plan whose text was taken over; the copy is shown as one.
    """
    demand_open(case)
    if Plan.objects.filter(case=case, state__in=["draft", "agreed"]).exists():
        raise WrongStage(Text(N_("A plan is being written already: change that one.")))
    check(needs, goals, actions, horizon, review_on)
    number = people.next_number(Plan.objects.filter(case=case))
    faults = Faults()
    if number > 1 and not change_reason.strip():
        faults.add("change_reason", N_("Write why a new version is needed."))
    faults.settle()
    by_id = people.author(actor)
    plan: Plan = Plan.objects.create(
        case=case, by_id=by_id, number=number, horizon=horizon, review_on=review_on,
        copied_from_id=_reachable(actor, copied_from_id), change_reason=change_reason,
    )  # fmt: skip
    demand_own(case, needs, goals)
    write(plan, by_id, needs, goals, actions)
    note_in_audit(number=number, goals=len(goals), copied=copied_from_id is not None)
    return plan.id


def _reachable(actor: Actor, plan_id: uuid.UUID | None) -> uuid.UUID | None:
    """A plan is copied only from a case that the actor reaches."""
    if plan_id is None:
        return None
    found = Plan.objects.filter(policies.record_reach(actor, "casework.draft_plan"), pk=plan_id)
    if not found.exists():
        raise WrongStage(Text(N_("The plan to copy from was not found.")))
    return plan_id
