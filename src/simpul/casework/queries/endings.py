"""Reviews, endings, reopenings and hand-overs of one case."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from simpul.casework.models import AftercareVisit, Case, Closure, Handover, Reopening, Review
from simpul.casework.policies import case_reach
from simpul.casework.targets import aftercare_days
from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class ReviewPicture:
    """One review: what changed, how the client sees it, what follows."""

    id: uuid.UUID
    number: int
    since: date
    until: date
    progress: str
    obstacles: str
    client_view: str
    outcome: str
    risk: str
    next_review_on: date | None
    at: datetime
    by_id: uuid.UUID


@dataclass(frozen=True)
class ClosurePicture:
    """One termination."""

    id: uuid.UUID
    number: int
    reason: str
    view: str
    client_words: str
    summary: str
    remaining_need: str
    way_back: str
    complaint_path: str
    at: datetime
    by_id: uuid.UUID


@dataclass(frozen=True)
class ReopeningPicture:
    number: int
    to_stage: str
    reason: str
    at: datetime
    by_id: uuid.UUID


@dataclass(frozen=True)
class AftercarePicture:
    """One date of aftercare and what was found."""

    id: uuid.UUID
    due_on: date
    state: str
    situation: str
    client_words: str
    observation: str
    recorded_at: datetime | None
    recorded_by: uuid.UUID | None


@dataclass(frozen=True)
class CaseEndings:
    """How the case came to an end, and came back; the newest first. ``usual_days``: aftercare from today."""

    reviews: tuple[ReviewPicture, ...]
    closures: tuple[ClosurePicture, ...]
    reopenings: tuple[ReopeningPicture, ...]
    visits: tuple[AftercarePicture, ...]
    usual_days: tuple[date, ...]


@dataclass(frozen=True)
class HandoverRow:
    """One hand-over of the case and its answer."""

    id: uuid.UUID
    from_staff_id: uuid.UUID
    to_staff_id: uuid.UUID
    reason: str
    items: tuple[str, ...]
    client_told: bool
    state: str
    at: datetime
    answered_at: datetime | None
    answer_words: str


@query(on=Case, reach=case_reach)
def case_endings(actor: Actor, case: Case) -> CaseEndings:
    """Everything about the end of the help in one case."""
    return CaseEndings(
        reviews=tuple(_review(one) for one in Review.objects.filter(case=case).order_by("-number")),
        closures=tuple(_closure(one) for one in Closure.objects.filter(case=case).order_by("-number")),
        reopenings=tuple(
            ReopeningPicture(one.number, one.to_stage, one.reason, one.at, one.by_id)
            for one in Reopening.objects.filter(case=case).order_by("-number")
        ),
        visits=tuple(
            _visit(one) for one in AftercareVisit.objects.filter(case=case).order_by("due_on", "id")
        ),
        usual_days=aftercare_days(today()),
    )


@query(on=Case, reach=case_reach)
def case_handovers(actor: Actor, case: Case) -> tuple[HandoverRow, ...]:
    """Hand-overs of the case, the newest first."""
    return tuple(
        HandoverRow(
            one.id, one.from_staff_id, one.to_staff_id, one.reason, tuple(one.items or ()), one.client_told,
            one.state, one.at, one.answered_at, one.answer_words,
        )
        for one in Handover.objects.filter(case=case).order_by("-at", "-id")
    )  # fmt: skip


def _review(one: Review) -> ReviewPicture:
    return ReviewPicture(
        one.id, one.number, one.since, one.until, one.progress, one.obstacles, one.client_view, one.outcome,
        one.risk, one.next_review_on, one.at, one.by_id,
    )  # fmt: skip


def _closure(one: Closure) -> ClosurePicture:
    return ClosurePicture(
        one.id, one.number, one.reason, one.view, one.client_words, one.summary, one.remaining_need,
        one.way_back, one.complaint_path, one.at, one.by_id,
    )  # fmt: skip


def _visit(one: AftercareVisit) -> AftercarePicture:
    return AftercarePicture(
        one.id, one.due_on, one.state, one.situation, one.client_words, one.observation, one.recorded_at,
        one.recorded_by,
    )  # fmt: skip
