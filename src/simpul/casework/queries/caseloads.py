"""Whose cases are these, and who must be seen first."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Case as When_
from django.db.models import F, IntegerField, Q, QuerySet, Value, When

from simpul.casework.choices import Stage
from simpul.casework.models import Assessment, Assignment, Case, Plan
from simpul.casework.people import author
from simpul.casework.policies import case_reach, on_team
from simpul.casework.rows import RISK_ORDER, CaseRow, rows_of
from simpul.casework.targets import GRAVE, must_be_seen_by
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import query
from simpul.safeguards.prepared import ask_together
from simpul.workforce.caseload import CaseFacts, load_of, weights

__all__ = ["CaseRow"]

BY_RISK = When_(
    *(When(risk=risk, then=Value(place)) for place, risk in enumerate(RISK_ORDER)),
    default=Value(len(RISK_ORDER)),
    output_field=IntegerField(),
)


@dataclass(frozen=True)
class WorkerLoad:
    """One worker's weighed caseload; ``level`` is room, busy, strained or overloaded."""

    staff_id: uuid.UUID
    name: str
    cases: int
    points: float
    share: int
    level: str
    overdue: int


@dataclass(frozen=True)
class Waiting:
    """Something that waits for a second person: an assessment or a plan."""

    kind: str
    record_id: uuid.UUID
    case_id: uuid.UUID
    reference: str
    since: datetime
    by_id: uuid.UUID


@dataclass(frozen=True)
class Board:
    """What a supervisor acts on today, the most urgent first."""

    visit_first: tuple[CaseRow, ...]
    without_worker: tuple[CaseRow, ...]
    without_date: tuple[CaseRow, ...]
    waiting: tuple[Waiting, ...]
    open_count: int
    visit_count: int

    @property
    def subject_ids(self) -> tuple[uuid.UUID, ...]:
        rows = (*self.visit_first, *self.without_worker, *self.without_date)
        return tuple({one for row in rows for one in row.subject_ids})


@dataclass(frozen=True)
class MyDay:
    """Beranda: what is due now, what was answered since yesterday, my caseload."""

    due: tuple[CaseRow, ...]
    caseload: tuple[CaseRow, ...]
    answered: tuple[Waiting, ...]

    @property
    def subject_ids(self) -> tuple[uuid.UUID, ...]:
        return tuple({one for row in (*self.due, *self.caseload) for one in row.subject_ids})


@query(over=Case, reach=case_reach)
def my_caseload(
    actor: Actor, cases: QuerySet[Case], *, include_closed: bool = False, limit: int = 100
) -> tuple[CaseRow, ...]:
    """The cases that the actor (or somebody he covers) answers for, the most urgent first."""
    mine = cases.filter(on_team(actor))
    if not include_closed:
        mine = mine.exclude(stage=Stage.CLOSED)
    return rows_of(mine.order_by(BY_RISK, "next_due", "opened_at")[:limit])


@query(over=Case, reach=case_reach)
def my_day(actor: Actor, cases: QuerySet[Case], *, limit: int = 50) -> MyDay:
    """Facts for the start page."""
    mine = cases.filter(on_team(actor)).exclude(stage=Stage.CLOSED)
    rows = rows_of(mine.order_by(BY_RISK, "next_due", "opened_at")[:limit])
    until = must_be_seen_by(now())
    due = tuple(row for row in rows if row.next_due is not None and row.next_due <= until[row.risk])
    return MyDay(due, rows, _answered(actor, now() - timedelta(days=1)))


def _answered(actor: Actor, since: datetime) -> tuple[Waiting, ...]:
    """Own assessments and plans that somebody looked at since then."""
    answers = ask_together(_looked_at, author=author(actor), since=since)
    found = [
        Waiting(kind, one.id, one.case_id, one.reference, one.answered_at, one.answered_by)
        for kind, records in answers.items()
        for one in records
        if one.answered_by
    ]
    return tuple(sorted(found, key=lambda one: one.since, reverse=True))


def _looked_at(author: uuid.UUID, since: datetime) -> dict[str, QuerySet[Any]]:
    confirmed = Assessment.objects.filter(submitted_by=author, confirmed_at__gte=since)
    approved = Plan.objects.filter(by_id=author, approval__at__gte=since)
    return {
        "assessment": confirmed.only("case").annotate(
            reference=F("case__reference"), answered_at=F("confirmed_at"), answered_by=F("confirmed_by")
        ),
        "plan": approved.only("case").annotate(
            reference=F("case__reference"), answered_at=F("approval__at"), answered_by=F("approval__by_id")
        ),
    }


@query(over=Case, reach=case_reach)
def supervisor_board(actor: Actor, cases: QuerySet[Case], *, limit: int = 30) -> Board:
    """Who must be visited today first, what is nobody's, what waits for a second pair of eyes."""
    going = cases.filter(closed_at=None)
    standing = Assignment.objects.filter(role="primary", until=None).values("case_id")
    urgent = going.filter(_today())
    return Board(
        visit_first=rows_of(urgent.order_by(BY_RISK, "next_due")[:limit]),
        without_worker=rows_of(going.exclude(pk__in=standing).order_by(BY_RISK, "opened_at")[:limit]),
        without_date=rows_of(going.filter(next_due=None).order_by(BY_RISK, "opened_at")[:limit]),
        waiting=_waiting(going, limit),
        open_count=going.count(),
        visit_count=urgent.count(),
    )


def _today() -> Q:
    """Due by tonight, or in grave danger and due within the clock of its target; never lost for no date."""
    found = Q(risk__in=GRAVE, next_due=None)
    for risk, until in must_be_seen_by(now()).items():
        found |= Q(risk=risk, next_due__lte=until)
    return found


def _waiting(cases: QuerySet[Case], limit: int) -> tuple[Waiting, ...]:
    within = cases.values("pk")
    assessments = Assessment.objects.filter(case__in=within, state="submitted").select_related("case")
    plans = Plan.objects.filter(case__in=within, state="agreed").select_related("case", "agreement")
    found = [
        Waiting("assessment", one.id, one.case_id, one.case.reference, one.submitted_at or one.at, one.by_id)
        for one in assessments.order_by("submitted_at")[:limit]
    ]
    found += [
        Waiting("plan", one.id, one.case_id, one.case.reference, one.agreement.at, one.by_id)
        for one in plans.order_by("at")[:limit]
    ]
    return tuple(sorted(found, key=lambda one: one.since))


@query(over=Case, reach=case_reach)
def unit_caseloads(actor: Actor, cases: QuerySet[Case]) -> tuple[WorkerLoad, ...]:
    """The weighed caseload of every worker within reach, the heaviest first."""
    standing = (
        Assignment.objects.filter(case__in=cases.exclude(stage=Stage.CLOSED).values("pk"), until=None)
        .filter(Q(role="primary") | Q(role="co"))
        .select_related("staff", "case")
        .only("staff__full_name", "case__risk", "case__stage", "case__next_due", "case__closed_at", "role")
    )
    held: dict[uuid.UUID, list[Assignment]] = defaultdict(list)
    for one in standing:
        held[one.staff_id].append(one)
    table, moment = weights(), now()
    loads = []
    for staff_id, assignments in held.items():
        load = load_of([CaseFacts(one.case.risk, one.case.stage) for one in assignments], table)
        late = sum(
            1
            for one in assignments
            if one.case.closed_at is None and one.case.next_due and one.case.next_due < moment
        )
        loads.append(
            WorkerLoad(
                staff_id,
                assignments[0].staff.full_name,
                load.cases,
                float(load.points),
                load.share,
                load.level,
                late,
            )
        )
    return tuple(sorted(loads, key=lambda one: (-one.points, one.name)))


@query(over=Case, reach=case_reach)
def find_cases(
    actor: Actor,
    cases: QuerySet[Case],
    *,
    text: str = "",
    stage: str = "",
    risk: str = "",
    worker_id: uuid.UUID | None = None,
    unassigned: bool = False,
    overdue: bool = False,
    open_only: bool = True,
    page: int = 1,
    size: int = 25,
) -> tuple[CaseRow, ...]:
    """Cases by reference, client's name, stage, risk or worker; one page more than ``size`` rows is cut."""
    if text.strip():
        words = text.strip()
        cases = cases.filter(
            Q(reference__icontains=words)
            | Q(client__full_name__icontains=words)
            | Q(client__call_name__icontains=words)
        )
    if stage:
        cases = cases.filter(stage=stage)
    if risk:
        cases = cases.filter(risk=risk)
    if open_only and not stage:
        cases = cases.exclude(stage=Stage.CLOSED)
    if worker_id is not None:
        mine = Assignment.objects.filter(staff_id=worker_id, until=None).values("case_id")
        cases = cases.filter(pk__in=mine)
    if unassigned:
        standing = Assignment.objects.filter(role="primary", until=None).values("case_id")
        cases = cases.exclude(pk__in=standing)
    if overdue:
        cases = cases.filter(closed_at=None, next_due__lt=now())
    start = (max(page, 1) - 1) * size
    return rows_of(cases.order_by("-opened_at", "-id")[start : start + size])


@query(over=Case, reach=case_reach)
def cases_of_person(actor: Actor, cases: QuerySet[Case], *, person_id: uuid.UUID) -> tuple[CaseRow, ...]:
    """One person's cases within reach, the newest first, with those of files merged into this one."""
    whose = Q(client_id=person_id) | Q(client__merged_into_id=person_id)
    return rows_of(cases.filter(whose).order_by("-opened_at"))
