"""Supervision of the worker, and her own thoughts about her work."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from simpul.kernel.clock import now
from simpul.safeguards.fields import EncryptedTextField
from simpul.safeguards.guarded import GuardedModel
from simpul.workforce.models.account import Account
from simpul.workforce.models.staff import Staff


class SupervisionAgreement(GuardedModel):
    """Worker and supervisor agree how often they meet and what she wants to learn."""

    worker = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="supervision")
    supervisor = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="supervises")
    every_days = models.PositiveSmallIntegerField(default=14)
    aims = EncryptedTextField(blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Privacy:
        open = ("id", "worker", "supervisor", "every_days", "starts_on", "ends_on")
        personal = ()
        sensitive = ("aims",)

    class Meta:
        ordering = ("-starts_on",)
        constraints: ClassVar = [
            models.CheckConstraint(name="supervision_by_another", condition=~Q(worker=F("supervisor"))),
            models.UniqueConstraint(
                fields=["worker"], condition=Q(ends_on=None), name="supervision_one_standing_agreement"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def key_subject(self) -> uuid.UUID:
        return self.worker_id


class ReflectionNote(GuardedModel):
    """A worker's private thoughts about her practice, encrypted with her own key; nobody else reads them."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="reflections")
    words = EncryptedTextField()
    written_at = models.DateTimeField(default=now)

    class Privacy:
        open = ("id", "account", "written_at")
        personal = ()
        sensitive = ("words",)

    class Meta:
        ordering = ("-written_at",)

    def __str__(self) -> str:
        return str(self.id)

    def key_subject(self) -> uuid.UUID:
        return self.account_id
