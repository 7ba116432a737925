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
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import AutoField, Model

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now

if TYPE_CHECKING:
    from simpul.safeguards.models import AuditHead

GENESIS = "0" * 64
AT_ONCE = 500  # rows of one statement


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
    rows: list[Mapping[str, object]] = []
    subjects: list[Mapping[str, object]] = []
    seq, previous = _locked_head(AuditHead)
    for line in lines:
        seq += 1
        values = _values(seq, line)
        digest = digest_of(values, previous)
        rows.append({**values, "at": line.at, "previous": previous, "digest": digest})
        subjects += [
            {"line_id": seq, "subject_id": uuid.UUID(subject)}
            for subject in values["subjects"]  # type: ignore[attr-defined]
        ]
        previous = digest
    _insert(AuditLine, rows)
    _insert(AuditSubject, subjects)
    _ask(f"UPDATE {_table(AuditHead)} SET seq = %s, digest = %s WHERE id = 1", seq, previous)  # noqa: S608


# Every page that reads of somebody ends here, so these few statements are written out: put together by
# Django they cost as much as the rest of a small page. Names come from the models, values are bound.


def _ask(sql: str, *params: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall() if cursor.description else []


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _locked_head(heads: type[AuditHead]) -> tuple[int, str]:
    """Number and digest of the last line; nobody else adds lines until the transaction ends."""
    lock = " FOR UPDATE" if connection.features.has_select_for_update else ""
    found = _ask(f"SELECT seq, digest FROM {_table(heads)} WHERE id = 1{lock}")  # noqa: S608
    if found:
        seq, digest = found[0]
        return seq, digest
    head, _made = heads.objects.select_for_update().get_or_create(id=1)
    return head.seq, head.digest


def _insert(model: type[Model], rows: Sequence[Mapping[str, object]]) -> None:
    """Add rows, each a value for every column that the database does not fill by itself."""
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, AutoField)]
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    one = f"({', '.join(['%s'] * len(fields))})"
    for start in range(0, len(rows), AT_ONCE):
        some = rows[start : start + AT_ONCE]
        values = [field.get_db_prep_save(row[field.attname], connection) for row in some for field in fields]
        places = ", ".join([one] * len(some))
        _ask(f"INSERT INTO {_table(model)} ({columns}) VALUES {places}", *values)  # noqa: S608
