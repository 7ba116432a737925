"""The page of one case: who, where it stands, how safe, what is planned, what is open."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery, UUIDField

from simpul.casework import facts
from simpul.casework.models import (
    AftercareVisit,
    Assessment,
    Assignment,
    Case,
    Closure,
    Conference,
    Handover,
    Plan,
    RiskRating,
    SafetyPlan,
)
from simpul.casework.pictures import PlanPicture, plan_picture
from simpul.casework.policies import case_reach
from simpul.casework.rows import CaseRow, row_of, with_people
from simpul.casework.stepper import Progress, progress_of
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.consent import Purpose
from simpul.safeguards.gate import query
from simpul.safeguards.models import Consent

SHOWN = (Purpose.CASEWORK, Purpose.CONFERENCE, Purpose.SHARING)


@dataclass(frozen=True)
class TeamMember:
    staff_id: uuid.UUID
    name: str
    role: str
    since: datetime


@dataclass(frozen=True)
class RiskPicture:
    """The rating in force. When ``overridden``, the reason stands beside it."""

    level: str
    suggested: str
    overridden: bool
    reason: str
    factors: tuple[str, ...]
    due_at: datetime
    at: datetime
    by_id: uuid.UUID


@dataclass(frozen=True)
class SafetyPlanPicture:
    id: uuid.UUID
    number: int
    parts: Mapping[str, str]
    client_words: str
    with_client: bool
    review_on: date
    at: datetime


@dataclass(frozen=True)
class AssessmentRow:
    id: uuid.UUID
    kind: str
    state: str
    by_id: uuid.UUID
    at: datetime
    submitted_at: datetime | None
    confirmed_at: datetime | None
    covered: tuple[str, ...]


@dataclass(frozen=True)
class ConsentRow:
    """A consent or duty that stands now."""

    id: uuid.UUID
    purpose: str
    basis: str
    given_how: str
    legal_article: str
    stands_from: datetime
    stands_until: datetime | None


@dataclass(frozen=True)
class VisitPicture:
    id: uuid.UUID
    due_on: date
    state: str
    situation: str
    client_words: str
    observation: str


@dataclass(frozen=True)
class CaseFile:
    """Everything that the case page shows at once; the timeline comes page by page."""

    row: CaseRow
    presenting_words: str
    channel: str
    source: str
    reporter: str
    level: str
    unknown_because: str
    unknown_note: str
    version: int
    progress: Progress
    team: tuple[TeamMember, ...]
    risk: RiskPicture | None
    safety_plan: SafetyPlanPicture | None
    assessments: tuple[AssessmentRow, ...]
    plan: PlanPicture | None
    plan_in_work_id: uuid.UUID | None
    consents: tuple[ConsentRow, ...]
    conference_id: uuid.UUID | None
    handover_id: uuid.UUID | None
    closure_id: uuid.UUID | None
    visits: tuple[VisitPicture, ...]

    @property
    def subject_ids(self) -> tuple[uuid.UUID, ...]:
        return self.row.subject_ids


@query(on=Case, reach=case_reach)
def case_file(actor: Actor, case: Case) -> CaseFile:
    """Gather the page in at most twelve statements (besides the gate's own)."""
    changes = facts.changes_of(case)
    seen: Any = _open_records(facts.look(with_people(Case.objects.filter(pk=case.pk)), case, changes)).get()
    plans = Plan.objects.filter(case=case, state="approved").select_related("agreement", "approval")
    plan = plans.first() if seen.in_force_id else None
    assessments = _assessments(case)
    since = facts.round_start(case, changes)
    covered = {
        code for one in assessments if one.submitted_at and one.submitted_at >= since for code in one.covered
    }
    consents = _consents(case)
    consented = case.client_id is None or any(one.purpose == Purpose.CASEWORK for one in consents)
    return CaseFile(
        row=row_of(seen, now()),
        presenting_words=case.presenting_words, channel=case.channel, source=case.source,
        reporter=case.reporter, level=case.level, unknown_because=case.unknown_because,
        unknown_note=case.unknown_note, version=case.version,
        progress=progress_of(case, changes, facts.tell(case, changes, seen, covered, consented)),
        team=_team(case),
        risk=_risk(case),
        safety_plan=_safety_plan(case),
        assessments=assessments,
        plan=plan_picture(plan, with_needs=False) if plan else None,
        plan_in_work_id=seen.plan_in_work_id,
        consents=consents,
        conference_id=seen.conference_id,
        handover_id=seen.handover_id,
        closure_id=seen.closure_id,
        visits=_visits(case) if case.closed_at else (),
    )  # fmt: skip


def _open_records(cases: QuerySet[Any]) -> QuerySet[Any]:
    """Which plan is in force or in work, which conference is planned, what waits or was closed."""

    def first(records: QuerySet[Any]) -> Subquery:
        newest = records.filter(case=OuterRef("pk")).order_by("-at", "-id")
        return Subquery(newest.values("pk")[:1], output_field=UUIDField())

    found: QuerySet[Any] = cases.annotate(
        in_force_id=first(Plan.objects.filter(state="approved")),
        plan_in_work_id=first(Plan.objects.filter(state__in=["draft", "agreed"])),
        conference_id=first(Conference.objects.filter(state="planned")),
        handover_id=first(Handover.objects.filter(state="offered")),
        closure_id=first(Closure.objects.all()),
    )
    return found


def _team(case: Case) -> tuple[TeamMember, ...]:
    standing_now = Assignment.objects.filter(case=case, until=None).select_related("staff").order_by("since")
    return tuple(TeamMember(one.staff_id, one.staff.titled_name, one.role, one.since) for one in standing_now)


def _risk(case: Case) -> RiskPicture | None:
    one = RiskRating.objects.filter(case=case).order_by("-at", "-id").first()
    if one is None:
        return None
    return RiskPicture(
        one.level,
        one.suggested,
        one.overridden,
        one.reason,
        tuple(one.factors or ()),
        one.due_at,
        one.at,
        one.by_id,
    )


def _safety_plan(case: Case) -> SafetyPlanPicture | None:
    one = SafetyPlan.objects.filter(case=case).order_by("-number").first()
    if one is None:
        return None
    return SafetyPlanPicture(
        one.id, one.number, one.parts or {}, one.client_words, one.with_client, one.review_on, one.at
    )


def _assessments(case: Case) -> tuple[AssessmentRow, ...]:
    rows = Assessment.objects.filter(case=case).order_by("-at")
    names = ("id", "kind", "state", "by_id", "at", "submitted_at", "confirmed_at", "covered")
    return tuple(AssessmentRow(*row) for row in rows.values_list(*names))


def _consents(case: Case) -> tuple[ConsentRow, ...]:
    if case.client_id is None:
        return ()
    names = ("id", "purpose", "basis", "given_how", "legal_article", "stands_from", "stands_until")
    found = _standing(case.client_id).order_by("stands_from").values_list(*names)
    return tuple(ConsentRow(*row) for row in found)


def _standing(client_id: uuid.UUID) -> QuerySet[Consent]:
    moment = now()
    found: QuerySet[Consent] = Consent.objects.filter(
        Q(stands_until=None) | Q(stands_until__gt=moment),
        subject_id=client_id,
        purpose__in=SHOWN,
        stands_from__lte=moment,
        withdrawn_at=None,
    )
    return found


def _visits(case: Case) -> tuple[VisitPicture, ...]:
    return tuple(
        VisitPicture(one.id, one.due_on, one.state, one.situation, one.client_words, one.observation)
        for one in AftercareVisit.objects.filter(case=case).order_by("due_on")
    )
