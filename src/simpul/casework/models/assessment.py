"""An assessment: the client's words, what was observed and what is thought of it, kept apart."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from simpul.casework.choices import AssessmentKind, AssessmentState
from simpul.casework.models.record import RECORD, CaseRecord
from simpul.safeguards.fields import EncryptedJSONField, EncryptedTextField


class Assessment(CaseRecord):
    """One assessment with one instrument version. A confirmed one is never changed; another follows."""

    kind = models.CharField(max_length=12, choices=AssessmentKind.choices)
    instrument_version_id = models.UUIDField(null=True, blank=True)
    answers = EncryptedJSONField(default=dict)
    domains = EncryptedJSONField(default=dict)
    covered = models.JSONField(default=list)
    client_words = EncryptedTextField(blank=True)
    observation = EncryptedTextField(blank=True)
    interpretation = EncryptedTextField(blank=True)
    strengths = EncryptedTextField(blank=True)
    recommendation = EncryptedTextField(blank=True)
    self_rating = models.PositiveSmallIntegerField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=AssessmentState.choices, default=AssessmentState.DRAFT)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.UUIDField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.UUIDField(null=True, blank=True)
    returned_words = EncryptedTextField(blank=True)

    class Privacy:
        open = (
            *RECORD, "kind", "instrument_version_id", "covered", "state", "version", "saved_at",
            "submitted_at", "submitted_by", "confirmed_at", "confirmed_by",
        )  # fmt: skip
        personal = ("self_rating",)
        sensitive = (
            "answers", "domains", "client_words", "observation", "interpretation", "strengths",
            "recommendation", "returned_words",
        )  # fmt: skip

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="assessment_other_eyes",
                condition=Q(confirmed_by=None)
                | ~Q(confirmed_by=F("submitted_by")) & ~Q(confirmed_by=F("by_id")),
            ),
            models.CheckConstraint(
                name="assessment_submission_paired",
                condition=Q(state="draft", submitted_at=None, submitted_by=None)
                | (~Q(state="draft") & Q(submitted_at__isnull=False, submitted_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="assessment_confirmation_paired",
                condition=(~Q(state="confirmed") & Q(confirmed_at=None, confirmed_by=None))
                | Q(state="confirmed", confirmed_at__isnull=False, confirmed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="assessment_self_rating", condition=Q(self_rating=None) | Q(self_rating__lte=10)
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["case", "state"], name="assessment_case_state")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.state}"
