"""Writing the needs, goals and promises of one plan version."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from simpul.casework.choices import Horizon, Whose
from simpul.casework.errors import Faults
from simpul.casework.models import Assessment, Case, Goal, Need, Plan, PlannedAction
from simpul.kernel.clock import today
from simpul.kernel.refs import new_id
from simpul.kernel.text import N_


@dataclass(frozen=True)
class NeedGiven:
    """A need as written on the form."""

    words: str
    assessment_id: uuid.UUID | None = None


@dataclass(frozen=True)
class GoalGiven:
    """A goal as written on the form; ``need`` is the place of its need in the list, counted from 0.

    ``line_id`` carries a goal of an earlier version on; ``steps`` describes scores, {"-1": "", "0": ""}.
    """

    client_words: str
    need: int | None = None
    measure: str = ""
    baseline: str = ""
    target: str = ""
    target_on: date | None = None
    steps: Mapping[str, str] = field(default_factory=dict)
    line_id: uuid.UUID | None = None
    copied: bool = False


@dataclass(frozen=True)
class ActionGiven:
    """A promise as written on the form; ``goal`` is the place of its goal in the list, counted from 0."""

    whose: str
    what: str
    due_on: date
    goal: int | None = None


def check(
    needs: Sequence[NeedGiven],
    goals: Sequence[GoalGiven],
    actions: Sequence[ActionGiven],
    horizon: str,
    review_on: date,
) -> None:
    """A draft may be incomplete, but what is written must hang together."""
    faults = Faults()
    faults.one_of(Horizon, horizon=horizon)
    faults.not_past(today(), review_on=review_on)
    for place, goal in enumerate(goals):
        if not goal.client_words.strip():
            faults.add(f"goals-{place}-client_words", N_("Write the goal in the client's own words."))
        if goal.need is not None and not 0 <= goal.need < len(needs):
            faults.add(f"goals-{place}-need", N_("Choose a need of this plan."))
    for place, action in enumerate(actions):
        faults.one_of(Whose, **{f"actions-{place}-whose": action.whose})
        faults.need(**{f"actions-{place}-what": action.what})
        if action.goal is not None and not 0 <= action.goal < len(goals):
            faults.add(f"actions-{place}-goal", N_("Choose a goal of this plan."))
    faults.settle()


def whole(goal: GoalGiven) -> bool:
    """A goal that can be agreed: it stands on a need and can be measured from here to there."""
    texts = (goal.measure, goal.baseline, goal.target)
    return goal.need is not None and goal.target_on is not None and all(text.strip() for text in texts)


def _same(words: str) -> str:
    """Words as they are compared: not by capitals, spaces or a full stop."""
    return " ".join(words.casefold().split()).rstrip(".!")


def _taken_over(plan: Plan) -> frozenset[str]:
    """The goals of the plan whose text was taken over. A goal that was worded anew is no copy."""
    if plan.copied_from_id is None:
        return frozenset()
    return frozenset(_same(goal.client_words) for goal in Goal.objects.filter(plan=plan.copied_from_id))


def demand_own(case: Case, needs: Sequence[NeedGiven], goals: Sequence[GoalGiven]) -> None:
    """Needs were seen in this client's assessments, and goals carry on this client's goals."""
    faults = Faults()
    seen = {need.assessment_id for need in needs if need.assessment_id}
    if seen and Assessment.objects.filter(case=case, pk__in=seen).count() != len(seen):
        faults.add("", N_("A need was seen in an assessment of this case only. Choose it again."))
    lines = {goal.line_id for goal in goals if goal.line_id}
    own = Goal.objects.filter(case=case, line_id__in=lines).values_list("line_id", flat=True)
    if lines - set(own):
        faults.add("", N_("A goal of another client cannot be carried on. Write this client's own goal."))
    faults.settle()


def write(
    plan: Plan,
    by_id: uuid.UUID,
    needs: Sequence[NeedGiven],
    goals: Sequence[GoalGiven],
    actions: Sequence[ActionGiven],
) -> None:
    """Write all parts of a version that has none yet."""
    case = plan.case
    taken = _taken_over(plan)
    kept_needs = [
        Need(
            case=case,
            by_id=by_id,
            plan=plan,
            position=place,
            words=need.words,
            assessment_id=need.assessment_id,
        )
        for place, need in enumerate(needs, 1)
    ]
    Need.objects.bulk_create(kept_needs)
    kept_goals = [
        Goal(
            case=case, by_id=by_id, plan=plan, position=place, line_id=goal.line_id or new_id(),
            need=kept_needs[goal.need] if goal.need is not None else None,
            client_words=goal.client_words, measure=goal.measure, baseline=goal.baseline, target=goal.target,
            target_on=goal.target_on, steps=cast(Any, dict(goal.steps)), complete=whole(goal),
            copied=_same(goal.client_words) in taken if taken else goal.copied,
        )
        for place, goal in enumerate(goals, 1)
    ]  # fmt: skip
    Goal.objects.bulk_create(kept_goals)
    PlannedAction.objects.bulk_create(
        [
            PlannedAction(
                case=case, by_id=by_id, plan=plan, whose=action.whose, what=action.what, due_on=action.due_on,
                goal=kept_goals[action.goal] if action.goal is not None else None,
            )
            for action in actions
        ]
    )  # fmt: skip


def rewrite(
    plan: Plan,
    by_id: uuid.UUID,
    needs: Sequence[NeedGiven],
    goals: Sequence[GoalGiven],
    actions: Sequence[ActionGiven],
) -> None:
    """Replace the parts of a draft that nobody has agreed to yet."""
    demand_own(plan.case, needs, goals)
    PlannedAction.objects.filter(plan=plan).delete()
    Goal.objects.filter(plan=plan).delete()
    Need.objects.filter(plan=plan).delete()
    write(plan, by_id, needs, goals, actions)
