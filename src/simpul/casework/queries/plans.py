"""Plans: one version in full, all versions, and the chart of goal scaling."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from simpul.casework.models import Case, Goal, GoalScaling, OwnRating, Plan
from simpul.casework.pictures import (
    ActionPicture,
    AnswerPicture,
    GoalPicture,
    NeedPicture,
    PlanPicture,
    ScorePoint,
    plan_picture,
    score_point,
)
from simpul.casework.policies import case_reach, record_reach
from simpul.casework.rules.goal_scaling import attainment
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query

__all__ = ["ActionPicture", "AnswerPicture", "GoalPicture", "NeedPicture", "PlanPicture", "ScorePoint"]


@dataclass(frozen=True)
class PlanRow:
    """One version in the list of versions."""

    id: uuid.UUID
    number: int
    state: str
    at: datetime
    by_id: uuid.UUID
    review_on: date
    in_force_since: datetime | None
    change_reason: str


@dataclass(frozen=True)
class GoalLine:
    """One goal through all versions of the plan, for a chart from −2 to +2."""

    line_id: uuid.UUID
    client_words: str
    points: tuple[ScorePoint, ...]


@dataclass(frozen=True)
class GoalsChart:
    """All goals over time; one figure a day (50 is "as hoped"): as the worker scores, and as she does."""

    lines: tuple[GoalLine, ...]
    attainment: tuple[tuple[date, float], ...]
    own: tuple[tuple[date, float], ...] = ()


@query(on=Plan, reach=record_reach)
def plan_view(actor: Actor, plan: Plan) -> PlanPicture:
    """One version in full."""
    return plan_picture(Plan.objects.select_related("case", "agreement", "approval").get(pk=plan.pk))


@query(on=Case, reach=case_reach)
def plan_versions(actor: Actor, case: Case) -> tuple[PlanRow, ...]:
    """All versions, the newest first."""
    return tuple(
        PlanRow(
            one.id,
            one.number,
            one.state,
            one.at,
            one.by_id,
            one.review_on,
            one.in_force_since,
            one.change_reason,
        )
        for one in _plans(case).order_by("-number")
    )


def _plans(case: Case) -> QuerySet[Plan]:
    found: QuerySet[Plan] = Plan.objects.filter(case=case)
    return found


@query(on=Case, reach=case_reach)
def goals_chart(actor: Actor, case: Case) -> GoalsChart:
    """Scores over time, and how all goals together stood on each day of scaling."""
    words: dict[uuid.UUID, str] = {}
    for goal in Goal.objects.filter(case=case).select_related("plan").order_by("plan__number", "position"):
        words[goal.line_id] = goal.client_words
    scalings = list(GoalScaling.objects.filter(case=case).order_by("on", "at"))
    lines = tuple(
        GoalLine(line, said, tuple(score_point(one) for one in scalings if one.line_id == line))
        for line, said in words.items()
    )
    ratings = list(OwnRating.objects.filter(case=case).order_by("on", "at"))
    own = [(one.on, one.line_id, one.client_score) for one in scalings if one.client_score is not None]
    own += [(one.on, one.line_id, one.score) for one in ratings]
    return GoalsChart(
        tuple(line for line in lines if line.points),
        _course((one.on, one.line_id, one.score) for one in scalings),
        _course(sorted(own, key=lambda one: one[0])),
    )


def _course(scores: Iterable[tuple[date, uuid.UUID, int]]) -> tuple[tuple[date, float], ...]:
    """How all goals together stood on each day on which one was scored."""
    latest: dict[uuid.UUID, int] = {}
    course: dict[date, float] = {}
    for day, line_id, score in scores:
        latest[line_id] = score
        figure = attainment(list(latest.values()))
        if figure is not None:
            course[day] = figure
    return tuple(course.items())
