"""The client speaks for herself: what she writes, and her complaints."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from simpul.casework.choices import ComplaintAbout
from simpul.casework.models.record import RECORD, CaseRecord
from simpul.safeguards.fields import EncryptedTextField


class ClientLetter(CaseRecord):
    """What the client wrote in the portal, in her own words; nobody edits it."""

    words = EncryptedTextField()
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.UUIDField(null=True, blank=True)

    class Privacy:
        open = (*RECORD, "read_at", "read_by")
        personal = ()
        sensitive = ("words",)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["case", "at"], name="clientletter_case")]

    def __str__(self) -> str:
        return str(self.id)


class Complaint(CaseRecord):
    """A complaint by the client; the case's own workers do not read it."""

    reference = models.CharField(max_length=24, unique=True)
    about = models.CharField(max_length=10, choices=ComplaintAbout.choices)
    words = EncryptedTextField()
    wish = EncryptedTextField(blank=True)
    answer_due = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.UUIDField(null=True, blank=True)
    answer = EncryptedTextField(blank=True)

    class Privacy:
        open = (*RECORD, "reference", "about", "answer_due", "answered_at", "answered_by")
        personal = ()
        sensitive = ("words", "wish", "answer")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="complaint_answer_paired",
                condition=Q(answered_at=None, answered_by=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.reference
