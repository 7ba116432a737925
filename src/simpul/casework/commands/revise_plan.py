"""A draft is changed. What the client has agreed to is never changed: a new version follows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from simpul.casework import people, policies
from simpul.casework.commands._plan import ActionGiven, GoalGiven, NeedGiven, check, rewrite
from simpul.casework.errors import WrongStage
from simpul.casework.models import Plan
from simpul.kernel.actor import Actor
from simpul.kernel.errors import Conflict
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=Plan, reach=policies.record_reach, consent="casework")
def revise_plan(
    actor: Actor,
    plan: Plan,
    *,
    version: int,
    needs: Sequence[NeedGiven],
    goals: Sequence[GoalGiven],
    actions: Sequence[ActionGiven] = (),
    review_on: date,
    horizon: str,
) -> int:
    """Write the draft anew and return its new version."""
    if plan.state != "draft":
        raise WrongStage(Text(N_("The client has answered this version: write a new version instead.")))
    if version != plan.version:
        raise Conflict
    check(needs, goals, actions, horizon, review_on)
    rewrite(plan, people.author(actor), needs, goals, actions)
    plan.horizon = horizon
    plan.review_on = review_on
    plan.by_id = people.author(actor)
    plan.version += 1
    plan.save()
    note_in_audit(number=plan.number, goals=len(goals))
    return plan.version
