"""One assessment in full."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from simpul.casework.models import Assessment
from simpul.casework.policies import record_reach
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class AssessmentPicture:
    """The parts kept apart: the client's words, what was observed, what is thought of it, strengths."""

    id: uuid.UUID
    case_id: uuid.UUID
    reference: str
    kind: str
    state: str
    version: int
    instrument_version_id: uuid.UUID | None
    answers: Mapping[str, Any]
    domains: Mapping[str, Mapping[str, str]]
    client_words: str
    observation: str
    interpretation: str
    strengths: str
    recommendation: str
    self_rating: int | None
    by_id: uuid.UUID
    at: datetime
    saved_at: datetime | None
    submitted_at: datetime | None
    submitted_by: uuid.UUID | None
    confirmed_at: datetime | None
    confirmed_by: uuid.UUID | None
    returned_words: str
    mine: bool
    subject_ids: tuple[uuid.UUID, ...] = ()


@query(on=Assessment, reach=record_reach)
def assessment_view(actor: Actor, assessment: Assessment) -> AssessmentPicture:
    """Everything of one assessment; ``mine`` tells that the reader wrote it (and cannot confirm it)."""
    one = assessment
    return AssessmentPicture(
        id=one.id, case_id=one.case_id, reference=one.case.reference, kind=one.kind, state=one.state,
        version=one.version, instrument_version_id=one.instrument_version_id, answers=one.answers or {},
        domains=one.domains or {}, client_words=one.client_words, observation=one.observation,
        interpretation=one.interpretation, strengths=one.strengths, recommendation=one.recommendation,
        self_rating=one.self_rating, by_id=one.by_id, at=one.at, saved_at=one.saved_at,
        submitted_at=one.submitted_at, submitted_by=one.submitted_by, confirmed_at=one.confirmed_at,
        confirmed_by=one.confirmed_by, returned_words=one.returned_words,
        mine=actor.staff_id is not None and actor.staff_id in {one.by_id, one.submitted_by},
        subject_ids=one.audit_subjects(),
    )  # fmt: skip
