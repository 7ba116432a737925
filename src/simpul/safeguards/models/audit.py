"""The log: append-only, hash-chained, refused by triggers to everybody who would change it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class AppendOnlyViolation(RuntimeError):
    """Somebody tried to change or delete a line of the log."""


class AuditLine(models.Model):
    """One act, reading or refusal: who, when, what, about whom. Never content."""

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    actor_id = models.UUIDField(db_index=True)
    actor_kind = models.CharField(max_length=12)
    act = models.CharField(max_length=80, db_index=True)
    outcome = models.CharField(max_length=12)
    record_kind = models.CharField(max_length=60, blank=True)
    record_id = models.CharField(max_length=40, blank=True)
    subjects = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    facts = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        # What somebody did within the hour: neither all he ever did nor what everybody did then.
        indexes: ClassVar = [models.Index(fields=["actor_id", "at"], name="auditline_actor_at")]

    def __str__(self) -> str:
        return f"{self.seq} {self.act}"

    def save(self, *args: Any, **options: Any) -> None:
        raise AppendOnlyViolation("the log is written by the gate alone")

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        raise AppendOnlyViolation("the log is never deleted")


class AuditSubject(models.Model):
    """Which line speaks of which person, so that "who has looked at me" is one look-up."""

    line = models.ForeignKey(AuditLine, on_delete=models.PROTECT, related_name="+")
    subject_id = models.UUIDField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["subject_id", "line"], name="auditsubject_person")]

    def __str__(self) -> str:
        return f"{self.line_id} {self.subject_id}"


class AuditHead(models.Model):
    """The end of the chain; locked while lines are added, so that the chain never forks."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(id=1), name="audithead_single")]

    def __str__(self) -> str:
        return str(self.seq)
