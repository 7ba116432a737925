"""Reading the log: checking the chain, anchoring its head, telling a person who has looked."""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db.models import Count

from simpul.kernel.clock import now
from simpul.safeguards.chain import GENESIS, digest_of
from simpul.safeguards.gate import note_in_audit
from simpul.safeguards.models import AuditHead, AuditLine, AuditSubject

__all__ = ["Reading", "Verdict", "anchor", "note_in_audit", "readings_of", "verify"]


@dataclass(frozen=True)
class Verdict:
    """What the check found: sound, or the first line that does not fit and why."""

    sound: bool
    lines: int
    first_bad: int | None = None
    reason: str = ""


@dataclass(frozen=True)
class Anchor:
    """The head of the chain as it was written outside the database."""

    seq: int
    digest: str
    at: str

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.at)


def anchor(path: Path | None = None) -> Anchor:
    """Write the chain's head to the anchor file, durably; the file is only ever appended to."""
    path = path or Path(settings.ANCHOR_FILE)
    head = AuditHead.objects.filter(id=1).first() or AuditHead()
    record = Anchor(head.seq, head.digest, now().isoformat(timespec="seconds"))
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, (json.dumps(record.__dict__) + "\n").encode())
        os.fsync(handle)
    finally:
        os.close(handle)
    return record


def anchors(path: Path | None = None) -> list[Anchor]:
    """All heads that were written outside, oldest first."""
    path = path or Path(settings.ANCHOR_FILE)
    if not path.exists():
        return []
    return [Anchor(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line]


def verify(path: Path | None = None) -> Verdict:
    """Walk the whole chain, then hold it against its head and the anchors outside.

    Catches an edited, deleted, swapped or renumbered line and a missing "who was it about"; with anchors
    also a cut tail and a chain that was edited and hashed anew.
    """
    expected = {one.seq: one.digest for one in anchors(path)}
    counts = _subject_counts()
    previous, last = GENESIS, 0
    for line in AuditLine.objects.order_by("seq").iterator(chunk_size=5000):
        fault = _fault(line, last, previous, expected, next(counts, (0, 0)) if line.subjects else None)
        if fault:
            return Verdict(False, last, min(line.seq, last + 1), fault)
        previous, last = line.digest, line.seq
    head = AuditHead.objects.filter(id=1).first()
    if head and (head.seq, head.digest) != (last, previous):
        return Verdict(False, last, last + 1, "the log ends before its head: lines at the end are missing")
    beyond = [seq for seq in expected if seq > last]
    if beyond:
        return Verdict(False, last, last + 1, "the log ends before an anchor kept outside: its end was cut")
    return Verdict(True, last)


def _subject_counts() -> Iterator[tuple[int, int]]:
    rows = AuditSubject.objects.values("line_id").annotate(n=Count("id")).order_by("line_id")
    for row in rows.iterator(chunk_size=5000):
        yield row["line_id"], row["n"]


def _fault(
    line: AuditLine, last: int, previous: str, expected: dict[int, str], counted: tuple[int, int] | None
) -> str:
    if line.seq != last + 1:
        return "a line before this one is missing"
    if line.previous != previous:
        return "the line does not follow the one before it"
    values = {
        "seq": line.seq,
        "at": line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor_id": str(line.actor_id),
        "actor_kind": line.actor_kind,
        "act": line.act,
        "outcome": line.outcome,
        "record_kind": line.record_kind,
        "record_id": line.record_id,
        "subjects": line.subjects,
        "facts": line.facts,
    }
    if digest_of(values, previous) != line.digest:
        return "the line was changed after it was written"
    if expected.get(line.seq, line.digest) != line.digest:
        return "the line differs from the anchor kept outside: the log was rewritten"
    if counted is not None and counted != (line.seq, len(line.subjects)):
        return "the list of persons that the line is about was changed"
    return ""


@dataclass(frozen=True)
class Reading:
    """One time somebody did something with a person's records."""

    seq: int
    at: datetime
    actor_id: uuid.UUID
    actor_kind: str
    act: str
    outcome: str
    facts: dict[str, object]


def readings_of(subject_id: uuid.UUID, *, limit: int = 200) -> tuple[Reading, ...]:
    """Who has looked at or changed this person's records, latest first."""
    seqs = AuditSubject.objects.filter(subject_id=subject_id).order_by("-line_id").values("line_id")[:limit]
    lines = AuditLine.objects.filter(seq__in=list(seqs.values_list("line_id", flat=True))).order_by("-seq")
    return tuple(
        Reading(line.seq, line.at, line.actor_id, line.actor_kind, line.act, line.outcome, line.facts)
        for line in lines
    )
