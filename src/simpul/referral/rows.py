"""A referral as lists and pages show it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from simpul.kernel.clock import now
from simpul.referral.choices import BarrierState
from simpul.referral.models import Barrier, Referral, ReferralStep
from simpul.referral.rules.loop import WAITS_FOR, State


@dataclass(frozen=True)
class ReferralRow:
    """One referral in a list. ``client_name`` is for the office's own list, never for an agency's."""

    id: uuid.UUID
    reference: str
    case_id: uuid.UUID
    case_reference: str
    client_name: str
    agency: str
    service: str
    state: str
    state_since: datetime
    waits_for: str
    owner_id: uuid.UUID | None
    due_at: datetime | None
    urgency: str
    subject_ids: tuple[uuid.UUID, ...] = ()

    @property
    def overdue(self) -> bool:
        return self.due_at is not None and self.due_at < now()


def row_of(one: Referral) -> ReferralRow:
    """``one`` comes with case, client, agency and service."""
    client = one.case.client
    return ReferralRow(
        id=one.id, reference=one.reference, case_id=one.case_id, case_reference=one.case.reference,
        client_name=client.display_name if client else "", agency=one.agency.name,
        service=one.service.name if one.service else "", state=one.state, state_since=one.state_since,
        waits_for=WAITS_FOR[State(one.state)].value, owner_id=one.owner_id, due_at=one.due_at,
        urgency=one.urgency, subject_ids=one.audit_subjects(),
    )  # fmt: skip


@dataclass(frozen=True)
class StepRow:
    """One step: what, from which side, by whom, when, with which words."""

    number: int
    act: str
    from_state: str
    to_state: str
    at: datetime
    by_whom: str
    by: str
    reason: str
    words: str


def step_of(one: ReferralStep, names: Mapping[uuid.UUID, str]) -> StepRow:
    return StepRow(
        one.number, one.act, one.from_state, one.to_state, one.at, one.by_whom,
        one.officer or names.get(one.by_id, ""), one.reason, one.words,
    )  # fmt: skip


@dataclass(frozen=True)
class BarrierRow:
    """One barrier of a case."""

    id: uuid.UUID
    kind: str
    happened_on: date
    agency: str
    rule: str
    words: str
    tried: str
    by_partner: bool
    reference: str = ""
    state: str = BarrierState.STANDS
    due_at: datetime | None = None


def barrier_of(one: Barrier) -> BarrierRow:
    return BarrierRow(
        one.id, one.kind, one.happened_on, one.agency.name if one.agency else "", one.rule, one.words,
        one.tried, one.by_partner, one.referral.reference if one.referral else "", one.state, one.due_at,
    )  # fmt: skip
