"""The log as an auditor reads it: acts and persons by identifier, never content."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from simpul.kernel.actor import Actor
from simpul.safeguards.audit import Verdict, verify
from simpul.safeguards.gate import query
from simpul.safeguards.models import AuditLine


@dataclass(frozen=True)
class TrailRow:
    """One line of the log."""

    seq: int
    at: datetime
    actor_id: uuid.UUID
    act: str
    outcome: str
    record_kind: str
    record_id: str


@query()
def audit_trail(
    actor: Actor,
    *,
    before: int | None = None,
    acts: Collection[str] | None = None,
    actor_id: uuid.UUID | None = None,
    limit: int = 100,
) -> tuple[TrailRow, ...]:
    """Lines of the log, latest first, by acts or actor."""
    lines = AuditLine.objects.order_by("-seq")
    if before:
        lines = lines.filter(seq__lt=before)
    if acts is not None:
        lines = lines.filter(act__in=acts)
    if actor_id:
        lines = lines.filter(actor_id=actor_id)
    return tuple(
        TrailRow(line.seq, line.at, line.actor_id, line.act, line.outcome, line.record_kind, line.record_id)
        for line in lines[: min(limit, 500)]
    )


@query()
def audit_verdict(actor: Actor) -> Verdict:
    """Whether the log is whole, by its chain and the anchors kept outside."""
    return verify()
