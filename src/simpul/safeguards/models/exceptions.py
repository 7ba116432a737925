"""Ways past the ordinary rules, each with a reason, an end and a second pair of eyes."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from simpul.kernel.clock import now
from simpul.safeguards.fields import EncryptedTextField
from simpul.safeguards.forgetting import Forgetting
from simpul.safeguards.guarded import GuardedModel
from simpul.safeguards.models.about import AboutSubject


class BrokenGlass(AboutSubject):
    """Emergency reading of a file outside one's reach: at most eight hours, reviewed within 72."""

    actor_id = models.UUIDField()
    subject_id = models.UUIDField(db_index=True)
    office_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    reason = EncryptedTextField()
    opened_at = models.DateTimeField(default=now)
    ends_at = models.DateTimeField()
    review_due = models.DateTimeField()
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.UUIDField(null=True, blank=True)
    justified = models.BooleanField(null=True)
    review_words = EncryptedTextField(blank=True)

    class Privacy:
        open = (
            "id",
            "actor_id",
            "office_id",
            "unit_id",
            "opened_at",
            "ends_at",
            "review_due",
            "reviewed_at",
            "reviewed_by",
            "justified",
        )
        personal = ("subject_id",)
        sensitive = ("reason", "review_words")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="brokenglass_other_eyes",
                condition=models.Q(reviewed_by=None) | ~models.Q(reviewed_by=models.F("actor_id")),
            ),
            models.CheckConstraint(
                name="brokenglass_review_paired",
                condition=models.Q(reviewed_at=None, reviewed_by=None, justified=None)
                | models.Q(reviewed_at__isnull=False, reviewed_by__isnull=False, justified__isnull=False),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["actor_id", "ends_at"], name="brokenglass_actor")]


class LegalHold(GuardedModel):
    """Records of this person must not be erased: a procedure or statute needs them."""

    subject_id = models.UUIDField(db_index=True)
    ground = models.CharField(max_length=200)
    set_by = models.UUIDField()
    set_at = models.DateTimeField(default=now)
    lifted_by = models.UUIDField(null=True, blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = ("id", "ground", "set_by", "set_at", "lifted_by", "lifted_at")
        personal = ("subject_id",)
        sensitive = ()
        forgets = Forgetting(of=("subject_id",), blank={"ground": ""})

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="legalhold_lift_paired",
                condition=models.Q(lifted_at=None, lifted_by=None)
                | models.Q(lifted_at__isnull=False, lifted_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return str(self.id)

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.subject_id,)


class IdempotencyKey(models.Model):
    """A form or call already done: the same key and body give the same answer, never a second effect."""

    key = models.CharField(max_length=80)
    actor_id = models.UUIDField()
    act = models.CharField(max_length=80)
    fingerprint = models.CharField(max_length=64)
    answer = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=now, db_index=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["actor_id", "key"], name="idempotencykey_once")
        ]

    def __str__(self) -> str:
        return self.key


class NumberSeries(models.Model):
    """The last number given out for references of one kind in one year, without gaps."""

    prefix = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["prefix", "year"], name="numberseries_once")]

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year}"
