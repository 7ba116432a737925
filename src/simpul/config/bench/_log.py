"""Lines of the log in bulk, with a chain that the check accepts."""

from __future__ import annotations

import uuid
from datetime import UTC, timedelta

from django.db import connection

from simpul.config.bench._tables import Tables
from simpul.kernel.clock import now
from simpul.safeguards.chain import GENESIS, digest_of
from simpul.safeguards.models import AuditHead, AuditLine, AuditSubject


class Log:
    """The end of the chain, carried on in memory and written back once."""

    def __init__(self) -> None:
        self.seq, self.previous = 0, GENESIS
        self.at = now() - timedelta(days=400)

    def open(self) -> None:
        """Go on where the chain ends."""
        head, _made = AuditHead.objects.get_or_create(id=1)
        self.seq, self.previous = head.seq, head.digest

    def add(
        self, tables: Tables, actor_id: uuid.UUID, act: str, case_id: uuid.UUID, subject_id: uuid.UUID
    ) -> None:
        self.seq += 1
        self.at += timedelta(seconds=1)
        values = {
            "seq": self.seq,
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "actor_id": str(actor_id),
            "actor_kind": "staff",
            "act": act,
            "outcome": "read",
            "record_kind": "casework.case",
            "record_id": str(case_id),
            "subjects": [str(subject_id)],
            "facts": {},
        }
        digest = digest_of(values, self.previous)
        facts = {**values, "at": self.at, "actor_id": actor_id}
        tables[AuditLine].add(**facts, previous=self.previous, digest=digest)
        tables[AuditSubject].add(line_id=self.seq, subject_id=subject_id)
        self.previous = digest

    def close(self) -> None:
        """Write the head of the chain."""
        with connection.cursor() as cursor:
            table = AuditHead._meta.db_table
            cursor.execute(
                f'UPDATE "{table}" SET seq = %s, digest = %s WHERE id = 1',  # noqa: S608
                [self.seq, self.previous],
            )
