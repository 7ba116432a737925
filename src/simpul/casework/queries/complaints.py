"""Complaints that somebody above the case's workers has to answer."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from simpul.casework.models import Complaint
from simpul.casework.policies import complaint_reach
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class ComplaintPicture:
    id: uuid.UUID
    reference: str
    case_id: uuid.UUID
    case_reference: str
    about: str
    words: str
    wish: str
    at: datetime
    answer_due: datetime
    overdue: bool
    answered_at: datetime | None
    answer: str
    subject_ids: tuple[uuid.UUID, ...] = ()


@query(over=Complaint, reach=complaint_reach)
def complaints(
    actor: Actor, found: QuerySet[Complaint], *, open_only: bool = True, limit: int = 50
) -> tuple[ComplaintPicture, ...]:
    """Complaints within reach, those first whose answer falls due first."""
    if open_only:
        found = found.filter(answered_at=None)
    moment = now()
    return tuple(
        ComplaintPicture(
            one.id, one.reference, one.case_id, one.case.reference, one.about, one.words, one.wish, one.at,
            one.answer_due, one.answered_at is None and one.answer_due < moment, one.answered_at, one.answer,
            one.audit_subjects(),
        )
        for one in found.select_related("case").order_by("answer_due")[:limit]
    )  # fmt: skip
