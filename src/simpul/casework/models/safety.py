"""Safety first: the screen, the rating of risk, the plan made with the client."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from simpul.casework.choices import Risk
from simpul.casework.models.record import RECORD, CaseRecord
from simpul.safeguards.fields import EncryptedJSONField, EncryptedTextField


class SafetyScreen(CaseRecord):
    """Ten questions asked before anything else."""

    answers = EncryptedJSONField(default=dict)
    words = EncryptedTextField(blank=True)
    suggested = models.CharField(max_length=10, choices=Risk.choices)

    class Privacy:
        open = RECORD
        personal = ("suggested",)
        sensitive = ("answers", "words")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["case", "at"], name="safetyscreen_case")]

    def __str__(self) -> str:
        return str(self.id)


class RiskRating(CaseRecord):
    """How soon this client must be seen, as judged by a worker; an override shows its reason."""

    level = models.CharField(max_length=10, choices=Risk.choices)
    suggested = models.CharField(max_length=10, choices=Risk.choices)
    factors = EncryptedJSONField(default=list)
    reason = EncryptedTextField(blank=True)
    due_at = models.DateTimeField()

    class Privacy:
        open = (*RECORD, "due_at")
        personal = ("level", "suggested")
        sensitive = ("factors", "reason")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["case", "at"], name="riskrating_case")]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def overridden(self) -> bool:
        return self.level != self.suggested


class SafetyPlan(CaseRecord):
    """What the client does, where she goes and whom she calls when it becomes dangerous; in her words."""

    number = models.PositiveSmallIntegerField()
    parts = EncryptedJSONField(default=dict)
    client_words = EncryptedTextField(blank=True)
    with_client = models.BooleanField(default=True)
    review_on = models.DateField()

    class Privacy:
        open = (*RECORD, "number", "with_client", "review_on")
        personal = ()
        sensitive = ("parts", "client_words")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="safetyplan_version_once")
        ]

    def __str__(self) -> str:
        return str(self.number)
