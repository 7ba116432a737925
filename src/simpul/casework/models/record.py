"""What every record of a case carries."""

from __future__ import annotations

import uuid

from django.db import models

from simpul.casework.models.case import Case
from simpul.kernel.clock import now
from simpul.safeguards.guarded import GuardedModel

RECORD = ("id", "case", "by_id", "at")


class CaseRecord(GuardedModel):
    """A record of one case: who wrote it (staff, or the client's account) and when."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    by_id = models.UUIDField()
    at = models.DateTimeField(default=now)

    class Meta:
        abstract = True

    def key_subject(self) -> uuid.UUID:
        return self.case.key_subject()

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return self.case.audit_subjects()
