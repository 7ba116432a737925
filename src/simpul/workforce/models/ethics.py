"""The code of ethics as accepted, and the people one must not work with."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from simpul.kernel.clock import now
from simpul.safeguards.fields import EncryptedTextField
from simpul.safeguards.guarded import GuardedModel
from simpul.workforce.choices import TieKind
from simpul.workforce.models.staff import Staff


class EthicsAcceptance(GuardedModel):
    """One member of staff accepted one version of the code of ethics, exactly this text."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="ethics")
    code_version = models.CharField(max_length=20)
    checksum = models.CharField(max_length=64)
    accepted_at = models.DateTimeField(default=now)

    class Privacy:
        open = ("id", "staff", "code_version", "checksum", "accepted_at")
        personal = ()
        sensitive = ()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["staff", "code_version"], name="ethicsacceptance_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code_version} {self.staff_id}"


class ConflictDeclaration(GuardedModel):
    """A worker is kin to a person, or has an interest: the person's cases are not hers to take."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="conflicts")
    person_id = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=10, choices=TieKind)
    words = EncryptedTextField(blank=True)
    declared_by = models.UUIDField()
    declared_at = models.DateTimeField(default=now)
    withdrawn_by = models.UUIDField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = ("id", "staff", "declared_by", "declared_at", "withdrawn_by", "withdrawn_at")
        personal = ("person_id", "kind")
        sensitive = ("words",)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["staff", "person_id", "kind"],
                condition=Q(withdrawn_at=None),
                name="conflict_standing_once",
            ),
            models.CheckConstraint(
                name="conflict_withdrawal_paired",
                condition=Q(withdrawn_by=None, withdrawn_at=None)
                | Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def key_subject(self) -> uuid.UUID:
        return self.person_id

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.person_id,)
