"""Cases as lists show them, with the names of client and case worker, without any narrative."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery, UUIDField

from simpul.casework.models import Assignment, Case
from simpul.kernel.clock import now, today
from simpul.registry.models.person import card_name
from simpul.registry.rules.birth_dates import age_on
from simpul.safeguards.prepared import ask_together

ENCRYPTED = ("presenting_words", "unknown_note", "reporter")
RISK_ORDER = ("immediate", "high", "medium", "low", "")


@dataclass(frozen=True)
class CaseRow:
    """One case in a list. ``client_name`` is empty while the client is unknown."""

    id: uuid.UUID
    reference: str
    client_id: uuid.UUID | None
    client_name: str
    client_age: int | None
    stage: str
    stage_since: datetime
    risk: str
    next_due: datetime | None
    overdue: bool
    last_contact: datetime | None
    worker_id: uuid.UUID | None
    worker_name: str
    office_id: uuid.UUID
    unit_id: uuid.UUID | None
    setting: str
    opened_at: datetime
    closed_at: datetime | None
    reopened: int
    subject_ids: tuple[uuid.UUID, ...] = ()


def with_people(cases: QuerySet[Case]) -> QuerySet[Case]:
    """The cases with the client's and the case worker's names, in one statement, without any narrative."""
    primary = Assignment.objects.filter(case=OuterRef("pk"), role="primary", until=None)
    return cases.defer(*ENCRYPTED).annotate(
        client_front=F("client__title_front"),
        client_full=F("client__full_name"),
        client_back=F("client__title_back"),
        client_birth=F("client__birth_date"),
        worker_id=Subquery(primary.values("staff_id")[:1], output_field=UUIDField()),
        worker_name=Subquery(primary.values("staff__full_name")[:1]),
    )


def row_of(case: Any, moment: datetime) -> CaseRow:
    """``case`` comes from ``with_people``."""
    name = card_name(case.client_front, case.client_full, case.client_back) if case.client_id else ""
    return CaseRow(
        id=case.id,
        reference=case.reference,
        client_id=case.client_id,
        client_name=name,
        client_age=age_on(today(), case.client_birth) if case.client_birth else None,
        stage=case.stage,
        stage_since=case.stage_since,
        risk=case.risk,
        next_due=case.next_due,
        overdue=case.closed_at is None and case.next_due is not None and case.next_due < moment,
        last_contact=case.last_contact,
        worker_id=case.worker_id,
        worker_name=case.worker_name or "",
        office_id=case.office_id,
        unit_id=case.unit_id,
        setting=case.setting,
        opened_at=case.opened_at,
        closed_at=case.closed_at,
        reopened=case.reopened,
        subject_ids=case.audit_subjects(),
    )


def rows_of(cases: QuerySet[Case]) -> tuple[CaseRow, ...]:
    """The cases in their order: first which ones, then what a list shows of them."""
    ids, moment = list(cases.values_list("pk", flat=True)), now()
    if not ids:
        return ()
    found = {case.id: row_of(case, moment) for case in ask_together(_listed, ids=ids)["cases"]}
    return tuple(found[one] for one in ids if one in found)


def _listed(ids: Sequence[uuid.UUID]) -> dict[str, QuerySet[Any]]:
    return {"cases": with_people(Case.objects.filter(pk__in=ids))}
