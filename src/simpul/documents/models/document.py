"""A document that left the office: what it was, who issued it, and enough to make the same bytes again."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from simpul.documents.choices import Kind
from simpul.documents.models.letterhead import Letterhead
from simpul.safeguards.fields import EncryptedJSONField, EncryptedTextField
from simpul.safeguards.guarded import GuardedModel
from simpul.workforce.models import Office


class IssuedDocument(GuardedModel):
    """``sheet`` holds every word; ``sha256`` is that of the PDF on the day of issue."""

    kind = models.CharField(max_length=30, choices=[(kind.value, kind.value) for kind in Kind])
    number = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=2)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    letterhead = models.ForeignKey(Letterhead, on_delete=models.PROTECT, related_name="+")
    subject_id = models.UUIDField(db_index=True)
    case_id = models.UUIDField(null=True, blank=True, db_index=True)
    holder_id = models.UUIDField(null=True, blank=True, db_index=True)
    for_client = models.BooleanField(default=False)
    sealed = models.BooleanField(default=False)
    issued_by = models.UUIDField()
    issued_at = models.DateTimeField()
    sha256 = models.CharField(max_length=64)
    code_digest = models.CharField(max_length=64, unique=True)
    sheet = EncryptedJSONField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.UUIDField(null=True, blank=True)
    revoke_reason = EncryptedTextField(blank=True)

    class Privacy:
        open = (
            "id", "kind", "number", "language", "office", "letterhead", "case_id", "holder_id", "for_client",
            "sealed", "issued_by", "issued_at", "sha256", "code_digest", "revoked_at", "revoked_by",
        )  # fmt: skip
        personal = ("subject_id",)
        sensitive = ("sheet", "revoke_reason")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="document_revoked_by_somebody",
                condition=models.Q(revoked_at=None, revoked_by=None)
                | models.Q(revoked_at__isnull=False, revoked_by__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["number"], condition=~models.Q(number=""), name="document_number_once"
            ),
            models.CheckConstraint(
                name="document_kind_known", condition=models.Q(kind__in=[kind.value for kind in Kind])
            ),
        ]

    def __str__(self) -> str:
        return self.number or str(self.id)

    def key_subject(self) -> uuid.UUID:
        return self.subject_id

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.subject_id,)
