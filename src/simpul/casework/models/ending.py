"""Reviews, the end of the help, and what comes after it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from simpul.casework.choices import AftercareState, EndReason, EndView, ReviewOutcome, Risk, Situation
from simpul.casework.models.record import RECORD, CaseRecord
from simpul.safeguards.fields import EncryptedTextField


class Review(CaseRecord):
    """Monitoring and evaluation: what changed since the last time, and what follows."""

    number = models.PositiveSmallIntegerField()
    since = models.DateField()
    until = models.DateField()
    progress = EncryptedTextField()
    obstacles = EncryptedTextField(blank=True)
    client_view = EncryptedTextField()
    outcome = models.CharField(max_length=12, choices=ReviewOutcome.choices)
    risk = models.CharField(max_length=10, choices=Risk.choices)
    next_review_on = models.DateField(null=True, blank=True)

    class Privacy:
        open = (*RECORD, "number", "since", "until", "outcome", "next_review_on")
        personal = ("risk",)
        sensitive = ("progress", "obstacles", "client_view")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="review_once"),
            models.CheckConstraint(name="review_period", condition=Q(until__gte=models.F("since"))),
        ]

    def __str__(self) -> str:
        return str(self.number)


class Closure(CaseRecord):
    """The termination: why, what was reached, what remains, the way back, where to complain."""

    number = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=10, choices=EndReason.choices)
    view = models.CharField(max_length=12, choices=EndView.choices)
    client_words = EncryptedTextField(blank=True)
    summary = EncryptedTextField()
    remaining_need = EncryptedTextField(blank=True)
    way_back = EncryptedTextField()
    complaint_path = EncryptedTextField()

    class Privacy:
        open = (*RECORD, "number", "view")
        personal = ("reason",)
        sensitive = ("client_words", "summary", "remaining_need", "way_back", "complaint_path")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["case", "number"], name="closure_once")]

    def __str__(self) -> str:
        return str(self.number)


class AftercareVisit(CaseRecord):
    """One date of aftercare, planned and then recorded."""

    closure = models.ForeignKey(Closure, on_delete=models.PROTECT, related_name="visits")
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=AftercareState.choices, default=AftercareState.PLANNED)
    recorded_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.UUIDField(null=True, blank=True)
    situation = models.CharField(max_length=8, choices=Situation.choices, blank=True)
    client_words = EncryptedTextField(blank=True)
    observation = EncryptedTextField(blank=True)

    class Privacy:
        open = (*RECORD, "closure", "due_on", "state", "recorded_at", "recorded_by")
        personal = ("situation",)
        sensitive = ("client_words", "observation")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["closure", "due_on"], name="aftercarevisit_once"),
            models.CheckConstraint(
                name="aftercarevisit_paired",
                condition=Q(state="planned", recorded_at=None, recorded_by=None)
                | (~Q(state="planned") & Q(recorded_at__isnull=False, recorded_by__isnull=False)),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["due_on"], condition=Q(state="planned"), name="aftercarevisit_due")
        ]

    def __str__(self) -> str:
        return self.state
