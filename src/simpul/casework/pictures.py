"""A plan as pages show it: goals in the client's words, promises, scores; built in one statement."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from simpul.casework.models import (
    Agreement,
    Approval,
    Goal,
    GoalRemark,
    GoalScaling,
    Need,
    OwnRating,
    Plan,
    PlannedAction,
    PlanQuestion,
)
from simpul.safeguards.prepared import ask_together


@dataclass(frozen=True)
class ScorePoint:
    """One scaling: the worker's score, the client's own, and the fact they rest on."""

    id: uuid.UUID
    on: date
    score: int
    client_score: int | None
    fact: str
    client_words: str


@dataclass(frozen=True)
class OwnScore:
    """The client's own rating: told to the worker at a scaling, or given by herself in the portal."""

    on: date
    score: int
    words: str
    in_portal: bool


@dataclass(frozen=True)
class ActionPicture:
    """A promise and what became of it (``kept`` is None while it is open)."""

    id: uuid.UUID
    goal_id: uuid.UUID | None
    whose: str
    what: str
    present_fact: str
    due_on: date
    kept: bool | None
    outcome: str
    settled_at: datetime | None


@dataclass(frozen=True)
class NeedPicture:
    id: uuid.UUID
    position: int
    words: str
    assessment_id: uuid.UUID | None


@dataclass(frozen=True)
class GoalPicture:
    """A goal with everything that belongs to it."""

    id: uuid.UUID
    line_id: uuid.UUID
    position: int
    client_words: str
    need_id: uuid.UUID | None
    need_words: str
    measure: str
    baseline: str
    target: str
    target_on: date | None
    steps: Mapping[str, str]
    complete: bool
    copied: bool
    scores: tuple[ScorePoint, ...]
    own_scores: tuple[OwnScore, ...]
    remark: str
    actions: tuple[ActionPicture, ...]

    @property
    def own_latest(self) -> OwnScore | None:
        return self.own_scores[-1] if self.own_scores else None

    @property
    def latest(self) -> ScorePoint | None:
        return self.scores[-1] if self.scores else None


@dataclass(frozen=True)
class AnswerPicture:
    """The client's yes or no."""

    agreed: bool
    how: str
    client_words: str
    witness: str
    at: datetime
    by_id: uuid.UUID


@dataclass(frozen=True)
class PlanPicture:
    """One version of the plan."""

    id: uuid.UUID
    case_id: uuid.UUID
    number: int
    state: str
    horizon: str
    version: int
    by_id: uuid.UUID
    at: datetime
    review_on: date
    in_force_since: datetime | None
    copied_from_id: uuid.UUID | None
    change_reason: str
    returned_words: str
    needs: tuple[NeedPicture, ...]
    goals: tuple[GoalPicture, ...]
    loose_actions: tuple[ActionPicture, ...]
    answer: AnswerPicture | None
    asked: bool
    approved_by: uuid.UUID | None
    approved_at: datetime | None


@dataclass(frozen=True)
class _Parts:
    """What stands in a plan, as records in their order."""

    goals: Sequence[Goal]
    needs: Sequence[Need]
    actions: Sequence[PlannedAction]
    scalings: Sequence[GoalScaling]
    ratings: Sequence[OwnRating]
    remarks: Sequence[GoalRemark]
    asked: bool


def action_picture(action: PlannedAction) -> ActionPicture:
    return ActionPicture(
        action.id, action.goal_id, action.whose, action.what, action.present_fact, action.due_on, action.kept,
        action.outcome, action.settled_at,
    )  # fmt: skip


def score_point(scaling: GoalScaling) -> ScorePoint:
    return ScorePoint(
        scaling.id, scaling.on, scaling.score, scaling.client_score, scaling.fact, scaling.client_words
    )


def own_scores(scalings: Sequence[GoalScaling], ratings: Sequence[OwnRating]) -> tuple[OwnScore, ...]:
    """All that the client rated of one goal, by day; on one day the portal comes last."""
    told = [
        OwnScore(one.on, one.client_score, one.client_words, in_portal=False)
        for one in scalings
        if one.client_score is not None
    ]
    given = [OwnScore(one.on, one.score, one.words, in_portal=True) for one in ratings]
    return tuple(sorted([*told, *given], key=lambda one: one.on))


def goal_pictures(parts: _Parts) -> tuple[GoalPicture, ...]:
    """The goals of a plan, each with everything that belongs to it."""
    goals, actions, scalings = parts.goals, parts.actions, parts.scalings
    by_goal: dict[uuid.UUID | None, list[ActionPicture]] = defaultdict(list)
    for action in actions:
        by_goal[action.goal_id].append(action_picture(action))
    by_line: dict[uuid.UUID, list[GoalScaling]] = defaultdict(list)
    for scaling in scalings:
        by_line[scaling.line_id].append(scaling)
    rated: dict[uuid.UUID, list[OwnRating]] = defaultdict(list)
    for rating in parts.ratings:
        rated[rating.line_id].append(rating)
    remarks = {one.goal_id: one.words for one in parts.remarks}
    return tuple(
        GoalPicture(
            id=goal.id, line_id=goal.line_id, position=goal.position, client_words=goal.client_words,
            need_id=goal.need_id, need_words=goal.need.words if goal.need else "", measure=goal.measure,
            baseline=goal.baseline, target=goal.target, target_on=goal.target_on, steps=goal.steps or {},
            complete=goal.complete, copied=goal.copied,
            scores=tuple(score_point(one) for one in by_line[goal.line_id]),
            own_scores=own_scores(by_line[goal.line_id], rated[goal.line_id]),
            remark=remarks.get(goal.id, ""), actions=tuple(by_goal[goal.id]),
        )
        for goal in goals
    )  # fmt: skip


def _of_plan(plan: uuid.UUID) -> dict[str, QuerySet[Any]]:
    goals = Goal.objects.filter(plan=plan)
    return {
        "goals": goals,
        "needs": Need.objects.filter(Q(plan=plan) | Q(pk__in=goals.values("need_id"))),
        "actions": PlannedAction.objects.filter(plan=plan),
        "scalings": GoalScaling.objects.filter(line_id__in=goals.values("line_id")),
        "ratings": OwnRating.objects.filter(line_id__in=goals.values("line_id")),
        "remarks": GoalRemark.objects.filter(goal__in=goals.values("pk")),
        "questions": PlanQuestion.objects.filter(plan=plan, plan_version=F("plan__version")),
    }


def _parts_of(plan: Plan) -> _Parts:
    """All that stands in a plan, and the scores of its goals' lines, each goal with its need."""
    found = ask_together(_of_plan, plan=plan.pk)
    needs = {need.id: need for need in found["needs"]}
    for goal in found["goals"]:
        if goal.need_id:
            goal.need = needs[goal.need_id]
    return _Parts(
        sorted(found["goals"], key=lambda goal: goal.position),
        sorted((n for n in needs.values() if n.plan_id == plan.id), key=lambda need: need.position),
        sorted(found["actions"], key=lambda action: (action.due_on, action.id)),
        sorted(found["scalings"], key=lambda scaling: (scaling.on, scaling.at)),
        sorted(found["ratings"], key=lambda rating: (rating.on, rating.at)),
        list(found["remarks"]),
        asked=plan.state == "draft" and bool(found["questions"]),
    )


def plan_picture(plan: Plan, *, with_needs: bool = True) -> PlanPicture:
    """``plan`` comes with agreement and approval (``select_related``)."""
    answer, approval = getattr(plan, "agreement", None), getattr(plan, "approval", None)
    return answered_plan(plan, answer, approval, with_needs=with_needs)


def answered_plan(
    plan: Plan, answer: Agreement | None, approval: Approval | None, *, with_needs: bool = True
) -> PlanPicture:
    """The plan with the client's answer and the supervisor's approval, as far as there are any."""
    parts = _parts_of(plan)
    return PlanPicture(
        id=plan.id, case_id=plan.case_id, number=plan.number, state=plan.state, horizon=plan.horizon,
        version=plan.version, by_id=plan.by_id, at=plan.at, review_on=plan.review_on,
        in_force_since=plan.in_force_since, copied_from_id=plan.copied_from_id,
        change_reason=plan.change_reason, returned_words=plan.returned_words,
        needs=tuple(NeedPicture(one.id, one.position, one.words, one.assessment_id) for one in parts.needs)
        if with_needs else (),
        goals=goal_pictures(parts),
        loose_actions=tuple(action_picture(one) for one in parts.actions if one.goal_id is None),
        answer=AnswerPicture(
            answer.agreed, answer.how, answer.client_words, answer.witness, answer.at, answer.by_id
        ) if answer else None,
        asked=parts.asked,
        approved_by=approval.by_id if approval else None,
        approved_at=approval.at if approval else None,
    )  # fmt: skip
