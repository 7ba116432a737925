"""The hash chain of the log and its anchors outside the database.

Each line's digest covers the line and the digest before it (SHA-256). A chain alone proves nothing
against somebody who can rewrite the table; an anchor is the chain's head kept elsewhere.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now

GENESIS = "0" * 64


@dataclass
class Line:
    """What is to be written: who did which act, with which outcome, about whom."""

    actor: Actor
    act: str
    outcome: str
    record_kind: str = ""
    record_id: str = ""
    subjects: Sequence[uuid.UUID] = ()
    facts: Mapping[str, object] = field(default_factory=dict)
    at: datetime = field(default_factory=now)


def digest_of(values: Mapping[str, object], previous: str) -> str:
    """SHA-256 over the canonical JSON of a line's values and the digest before it."""
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


def _values(seq: int, line: Line) -> dict[str, object]:
    return {
        "seq": seq,
        "at": line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor_id": str(line.actor.id),
        "actor_kind": str(line.actor.kind),
        "act": line.act,
        "outcome": line.outcome,
        "record_kind": line.record_kind,
        "record_id": line.record_id,
        "subjects": sorted({str(subject) for subject in line.subjects}),
        "facts": json.loads(json.dumps(dict(line.facts), default=str)),
    }


def append(lines: Sequence[Line]) -> None:
    """Add lines to the chain within the open transaction. The head is locked last and briefly."""
    from simpul.safeguards.models import AuditHead, AuditLine, AuditSubject

    if not lines:
        return
    head, _made = AuditHead.objects.select_for_update().get_or_create(id=1)
    rows, subjects = [], []
    seq, previous = head.seq, head.digest
    for line in lines:
        seq += 1
        values = _values(seq, line)
        digest = digest_of(values, previous)
        rows.append(AuditLine(**{**values, "at": line.at}, previous=previous, digest=digest))
        subjects += [
            AuditSubject(line_id=seq, subject_id=uuid.UUID(subject))
            for subject in values["subjects"]  # type: ignore[attr-defined]
        ]
        previous = digest
    AuditLine.objects.bulk_create(rows)
    AuditSubject.objects.bulk_create(subjects, batch_size=2000)
    AuditHead.objects.filter(id=1).update(seq=seq, digest=previous)
