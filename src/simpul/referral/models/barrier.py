"""What stood between a client and the help that is hers, and what was tried against it."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from simpul.casework.models import Case
from simpul.directory.models import Agency, Service
from simpul.kernel.clock import now
from simpul.referral.choices import BarrierState
from simpul.referral.models.referral import Referral, WrittenOnce
from simpul.safeguards.fields import EncryptedTextField
from simpul.safeguards.guarded import GuardedModel


class Barrier(GuardedModel):
    """One barrier: its kind (reference data), where, when, what was tried. With or without a referral.

    ``rule`` is the rule that was held against her, in the words of whoever said it.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="barriers")
    referral = models.ForeignKey(
        Referral, on_delete=models.PROTECT, null=True, blank=True, related_name="barriers"
    )
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="barriers"
    )
    service = models.ForeignKey(
        Service, on_delete=models.PROTECT, null=True, blank=True, related_name="barriers"
    )
    kind = models.CharField(max_length=20)
    happened_on = models.DateField()
    rule = EncryptedTextField(blank=True)
    words = EncryptedTextField(blank=True)
    tried = EncryptedTextField(blank=True)
    by_id = models.UUIDField()
    by_partner = models.BooleanField(default=False)
    at = models.DateTimeField(default=now)
    state = models.CharField(max_length=8, choices=BarrierState.choices, default=BarrierState.STANDS)
    owner_id = models.UUIDField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = (
            "id", "case", "referral", "kind", "happened_on", "by_id", "by_partner", "at", "state", "owner_id",
            "due_at",
        )  # fmt: skip
        personal = ("agency", "service")
        sensitive = ("rule", "words", "tried")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["case", "happened_on"], name="barrier_case"),
            models.Index(fields=["kind", "happened_on"], name="barrier_kind"),
            models.Index(fields=["state", "due_at"], name="barrier_state"),
            models.Index(fields=["at"], name="barrier_noted"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="barrier_settled_has_no_date",
                condition=models.Q(state=BarrierState.STANDS) | models.Q(due_at=None),
            )
        ]

    def __str__(self) -> str:
        return self.kind

    def key_subject(self) -> uuid.UUID:
        return self.case.key_subject()

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return self.case.audit_subjects()


class BarrierTry(WrittenOnce):
    """One thing that was tried against a barrier: what, by whom, when, with what result. Never changed."""

    TEXTS = ("tried",)

    barrier = models.ForeignKey(Barrier, on_delete=models.PROTECT, related_name="tries")
    number = models.PositiveSmallIntegerField()
    tried_on = models.DateField()
    tried = EncryptedTextField()
    result = models.CharField(max_length=8, choices=BarrierState.choices)
    by_id = models.UUIDField()
    at = models.DateTimeField(default=now)

    class Privacy:
        open = ("id", "barrier", "number", "tried_on", "result", "by_id", "at")
        personal = ()
        sensitive = ("tried",)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["barrier", "number"], name="barrier_try_once")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.result}"

    def key_subject(self) -> uuid.UUID:
        return self.barrier.key_subject()

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return self.barrier.audit_subjects()
