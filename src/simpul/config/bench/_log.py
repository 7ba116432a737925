"""Lines of the log in bulk, with a chain that the check accepts."""

from __future__ import annotations

import hashlib
import uuid
from datetime import timedelta

from django.db import connection

from simpul.config.bench._tables import Tables
from simpul.kernel.clock import now
from simpul.safeguards.chain import GENESIS
from simpul.safeguards.models import AuditHead, AuditLine, AuditSubject

CASE = "casework.case"
SECOND = timedelta(seconds=1)


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
        self,
        tables: Tables,
        actor_id: uuid.UUID,
        act: str,
        case_id: uuid.UUID,
        subject_id: uuid.UUID,
        times: int,
    ) -> None:
        """So many readings of one case. The text is what ``digest_of`` makes, ten times as quick."""
        lines, persons, record_id = tables[AuditLine], tables[AuditSubject], str(case_id)
        line = lines.like(
            actor_id=actor_id, actor_kind="staff", act=act, outcome="read", record_kind=CASE,
            record_id=record_id, subjects=[str(subject_id)],
        )  # fmt: skip
        person = persons.like(subject_id=subject_id)
        before = f'{{"act":"{act}","actor_id":"{actor_id}","actor_kind":"staff","at":"'
        after = (
            f'","facts":{{}},"outcome":"read","record_id":"{record_id}","record_kind":"{CASE}","seq":%d,'
            f'"subjects":["{subject_id}"]}}'
        )
        told, previous = [], self.previous
        first = self.seq + 1
        for seq in range(first, first + times):
            self.at += SECOND
            at = self.at.isoformat(timespec="microseconds")
            text = f"{previous}\n{before}{at}{after % seq}"
            digest = hashlib.sha256(text.encode()).hexdigest()
            told.append((seq, f"{at[:10]} {at[11:26]}", previous, digest))
            previous = digest
        lines.add_all(line, ("seq", "at", "previous", "digest"), told)
        persons.add_all(person, ("line_id",), [one[:1] for one in told])
        self.seq, self.previous = self.seq + times, previous

    def close(self) -> None:
        """Write the head of the chain."""
        with connection.cursor() as cursor:
            table = AuditHead._meta.db_table
            cursor.execute(
                f'UPDATE "{table}" SET seq = %s, digest = %s WHERE id = 1',  # noqa: S608
                [self.seq, self.previous],
            )
