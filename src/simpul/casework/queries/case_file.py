"""The page of one case: who, where it stands, how safe, what is planned, what is open."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery, UUIDField

from simpul.casework import facts
from simpul.casework.models import (
    AftercareVisit,
    Agreement,
    Approval,
    Assessment,
    Case,
    Closure,
    Conference,
    Handover,
    Plan,
    RiskRating,
    SafetyPlan,
)
from simpul.casework.pictures import PlanPicture, answered_plan
from simpul.casework.policies import case_reach
from simpul.casework.rows import CaseRow, row_of, with_people
from simpul.casework.stepper import Progress, progress_of
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.consent import Purpose, holding
from simpul.safeguards.gate import query
from simpul.safeguards.models import Consent, ConsentRefusal
from simpul.safeguards.prepared import ask_together
from simpul.workforce.models import Staff

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
    instrument_version_id: uuid.UUID | None = None


@dataclass(frozen=True)
class ConsentRow:
    """A consent or duty that stands now."""

    id: uuid.UUID
    purpose: str
    basis: str
    given_how: str
    legal_article: str
    recipient: str
    stands_from: datetime
    stands_until: datetime | None


@dataclass(frozen=True)
class RefusalPicture:
    """The client's latest no to a purpose for which nothing stands."""

    purpose: str
    recipient: str
    said_by: str
    words: str
    said_at: datetime


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
    refusals: tuple[RefusalPicture, ...]
    conference_id: uuid.UUID | None
    handover_id: uuid.UUID | None
    closure_id: uuid.UUID | None
    visits: tuple[VisitPicture, ...]

    @property
    def subject_ids(self) -> tuple[uuid.UUID, ...]:
        return self.row.subject_ids


@query(on=Case, reach=case_reach)
def case_file(actor: Actor, case: Case) -> CaseFile:
    """Gather the page in three statements (besides the gate's own)."""
    changes = facts.changes_of(case)
    since = facts.round_start(case, changes)
    held = ask_together(
        _of_case, case=case.pk, client=case.client_id, closed=case.closed_at is not None, moment=now(),
        begun=since, cycle=facts.cycle_start(case, changes),
    )  # fmt: skip
    seen: Any = held["seen"][0]
    assessments = _assessments(held["assessments"])
    covered = {
        code for one in assessments if one.submitted_at and one.submitted_at >= since for code in one.covered
    }
    consents = _consents(held["consents"])
    consented = case.client_id is None or any(one.purpose == Purpose.CASEWORK for one in consents)
    return CaseFile(
        row=row_of(seen, now()),
        presenting_words=case.presenting_words, channel=case.channel, source=case.source,
        reporter=case.reporter, level=case.level, unknown_because=case.unknown_because,
        unknown_note=case.unknown_note, version=case.version,
        progress=progress_of(case, changes, facts.tell(case, changes, seen, covered, consented)),
        team=_team(held["team"]),
        risk=_risk(held["risk"]),
        safety_plan=_safety_plan(held["safety_plan"]),
        assessments=assessments,
        plan=_plan(held),
        plan_in_work_id=seen.plan_in_work_id,
        consents=consents,
        refusals=_refusals(held["refusals"], consents),
        conference_id=seen.conference_id,
        handover_id=seen.handover_id,
        closure_id=seen.closure_id,
        visits=_visits(held["visits"]),
    )  # fmt: skip


def _open_records(cases: QuerySet[Any]) -> QuerySet[Any]:
    """Which plan is in work, which conference is planned, what waits or was closed."""

    def first(records: QuerySet[Any]) -> Subquery:
        newest = records.filter(case=OuterRef("pk")).order_by("-at", "-id")
        return Subquery(newest.values("pk")[:1], output_field=UUIDField())

    found: QuerySet[Any] = cases.annotate(
        plan_in_work_id=first(Plan.objects.filter(state__in=["draft", "agreed"])),
        conference_id=first(Conference.objects.filter(state="planned")),
        handover_id=first(Handover.objects.filter(state="offered")),
        closure_id=first(Closure.objects.all()),
    )
    return found


def _of_case(
    *,
    case: uuid.UUID,
    client: uuid.UUID | None,
    closed: bool,
    moment: datetime,
    begun: datetime,
    cycle: datetime,
) -> dict[str, QuerySet[Any]]:
    """The case as the guards see it, the plan in force and what the page shows in short lists."""
    rated = RiskRating.objects.filter(case=case).order_by("-at", "-id").values("pk")[:1]
    planned = SafetyPlan.objects.filter(case=case).order_by("-number").values("pk")[:1]
    visits = AftercareVisit.objects.filter(case=case)
    in_force = Plan.objects.filter(case=case, state="approved")
    return {
        "seen": _open_records(facts.look(with_people(Case.objects.filter(pk=case)), begun, cycle)),
        "plan": in_force,
        "agreement": Agreement.objects.filter(plan__in=in_force.values("pk")),
        "approval": Approval.objects.filter(plan__in=in_force.values("pk")),
        "assessments": Assessment.objects.filter(case=case).only(*_names(AssessmentRow)),
        "consents": _said_yes(client, moment).only(*_names(ConsentRow)),
        "refusals": _said_no(client),
        "risk": RiskRating.objects.filter(pk__in=rated),
        "safety_plan": SafetyPlan.objects.filter(pk__in=planned),
        "team": Staff.objects.filter(assignments__case=case, assignments__until=None).annotate(
            team_role=F("assignments__role"), team_since=F("assignments__since")
        ),
        "visits": visits if closed else visits.none(),
    }


def _plan(held: Mapping[str, list[Any]]) -> PlanPicture | None:
    """The plan in force, of which a case has one."""
    for plan in held["plan"]:
        return answered_plan(plan, next(iter(held["agreement"]), None), next(iter(held["approval"]), None))
    return None


def _names(row: type[Any]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(row))


def _row(row: type[Any], record: Any) -> Any:
    return row(*(getattr(record, name) for name in _names(row)))


def _said_yes(client_id: uuid.UUID | None, moment: datetime) -> QuerySet[Consent]:
    found = holding(moment).filter(purpose__in=SHOWN)
    return found.filter(subject_id=client_id) if client_id else found.none()


def _said_no(client_id: uuid.UUID | None) -> QuerySet[ConsentRefusal]:
    found: QuerySet[ConsentRefusal] = ConsentRefusal.objects.filter(purpose__in=SHOWN)
    return found.filter(subject_id=client_id) if client_id else found.none()


def _team(staff: list[Any]) -> tuple[TeamMember, ...]:
    members = (TeamMember(one.id, one.titled_name, one.team_role, one.team_since) for one in staff)
    return tuple(sorted(members, key=lambda member: member.since))


def _risk(ratings: list[RiskRating]) -> RiskPicture | None:
    if not ratings:
        return None
    one = ratings[0]
    return RiskPicture(
        one.level, one.suggested, one.overridden, one.reason, tuple(one.factors or ()), one.due_at, one.at,
        one.by_id,
    )  # fmt: skip


def _safety_plan(plans: list[SafetyPlan]) -> SafetyPlanPicture | None:
    if not plans:
        return None
    one = plans[0]
    return SafetyPlanPicture(
        one.id, one.number, one.parts or {}, one.client_words, one.with_client, one.review_on, one.at
    )


def _assessments(records: list[Assessment]) -> tuple[AssessmentRow, ...]:
    newest_first = sorted(records, key=lambda one: one.at, reverse=True)
    return tuple(_row(AssessmentRow, one) for one in newest_first)


def _consents(records: list[Consent]) -> tuple[ConsentRow, ...]:
    return tuple(_row(ConsentRow, one) for one in sorted(records, key=lambda one: one.stands_from))


def _refusals(records: list[Any], standing: tuple[ConsentRow, ...]) -> tuple[RefusalPicture, ...]:
    """Of each question the latest no, unless a yes to the same (and not to another agency) came after."""
    latest: dict[tuple[str, str], Any] = {}
    for one in sorted(records, key=lambda one: one.said_at):
        latest[one.purpose, one.recipient.casefold()] = one
    return tuple(
        _row(RefusalPicture, one)
        for one in latest.values()
        if not any(
            yes.purpose == one.purpose
            and yes.stands_from > one.said_at
            and yes.recipient.casefold() in {"", one.recipient.casefold()}
            for yes in standing
        )
    )


def _visits(visits: list[AftercareVisit]) -> tuple[VisitPicture, ...]:
    return tuple(
        VisitPicture(one.id, one.due_on, one.state, one.situation, one.client_words, one.observation)
        for one in sorted(visits, key=lambda one: one.due_on)
    )
