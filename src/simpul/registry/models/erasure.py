"""A person asks to be forgotten; two members of staff make it so."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from simpul.kernel.clock import now
from simpul.registry.models.person import Person
from simpul.safeguards.guarded import GuardedModel


class ErasureRequest(GuardedModel):
    """Who asked for the erasure of a file, on which ground, and who else confirmed it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="erasures")
    ground = models.CharField(max_length=200)
    requested_by = models.UUIDField()
    requested_at = models.DateTimeField(default=now)
    confirmed_by = models.UUIDField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = (
            "id", "ground", "requested_by", "requested_at", "confirmed_by", "confirmed_at", "dropped_at",
        )  # fmt: skip
        personal = ("person",)
        sensitive = ()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(confirmed_at=None, dropped_at=None),
                name="erasurerequest_one_open",
            ),
            models.CheckConstraint(
                name="erasurerequest_other_eyes",
                condition=models.Q(confirmed_by=None) | ~models.Q(confirmed_by=models.F("requested_by")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.person_id,)
