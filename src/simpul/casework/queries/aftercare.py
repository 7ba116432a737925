"""Aftercare that is due."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from simpul.casework.models import AftercareVisit
from simpul.casework.policies import record_reach
from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class VisitRow:
    """One date of aftercare."""

    id: uuid.UUID
    case_id: uuid.UUID
    reference: str
    client_id: uuid.UUID | None
    client_name: str
    due_on: date
    overdue: bool
    subject_ids: tuple[uuid.UUID, ...] = ()


@query(over=AftercareVisit, reach=record_reach)
def aftercare_due(
    actor: Actor, visits: QuerySet[AftercareVisit], *, within_days: int = 14, limit: int = 100
) -> tuple[VisitRow, ...]:
    """Open dates up to so many days from now, the oldest first."""
    day = today()
    found = (
        visits.filter(state="planned", due_on__lte=day + timedelta(days=within_days))
        .select_related("case__client")
        .order_by("due_on")[:limit]
    )
    return tuple(
        VisitRow(
            id=visit.id,
            case_id=visit.case_id,
            reference=visit.case.reference,
            client_id=visit.case.client_id,
            client_name=visit.case.client.display_name if visit.case.client else "",
            due_on=visit.due_on,
            overdue=visit.due_on < day,
            subject_ids=visit.case.audit_subjects(),
        )
        for visit in found
    )
