"""That somebody was erased, and whether what lies outside the tables was cleaned of her."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from simpul.kernel.clock import now
from simpul.safeguards.guarded import GuardedModel


class Erasure(GuardedModel):
    """One destroyed key; ``cleaned_at`` says that log files, dead rows and the mirror hold nothing of it."""

    subject_id = models.UUIDField(unique=True)
    erased_at = models.DateTimeField(default=now)
    cleaned_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = ("id", "erased_at", "cleaned_at")
        personal = ("subject_id",)
        sensitive = ()

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["erased_at"], condition=models.Q(cleaned_at=None), name="erasure_not_cleaned"
            )
        ]

    def __str__(self) -> str:
        return str(self.subject_id)

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.subject_id,)
