"""A finding: a pattern as it was published on a day, with the words of those who write it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from simpul.advocacy.choices import FindingStatus
from simpul.kernel.clock import now
from simpul.safeguards.guarded import GuardedModel


class Finding(GuardedModel):
    """The numbers are frozen as they were shown, hidden ones hidden. ``asked`` is the question behind them.

    It is about an office's practice and about nobody: no person stands in it.
    """

    reference = models.CharField(max_length=24, unique=True)
    office_id = models.UUIDField(db_index=True)
    status = models.CharField(max_length=10, choices=FindingStatus.choices, default=FindingStatus.DRAFT)
    asked = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    table = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    by_id = models.UUIDField()
    at = models.DateTimeField(default=now)
    version = models.PositiveIntegerField(default=1)

    class Privacy:
        open = ("id", "reference", "office_id", "status", "asked", "table", "by_id", "at", "version")
        personal = ()
        sensitive = ()

    def __str__(self) -> str:
        return self.reference

    def save(self, *args: Any, **options: Any) -> None:
        """Numbers and question stand as they were frozen."""
        if not self._state.adding:
            stood = type(self).objects.filter(pk=self.pk).values("asked", "table", "office_id").get()
            if any(getattr(self, name) != value for name, value in stood.items()):
                raise TypeError("the numbers of a finding are never changed")
        super().save(*args, **options)


class FindingVersion(GuardedModel):
    """Title and words as somebody wrote them; the next version stands beside it, not over it."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=160)
    words = models.TextField()
    by_id = models.UUIDField()
    at = models.DateTimeField(default=now)

    class Privacy:
        open = ("id", "finding", "number", "title", "words", "by_id", "at")
        personal = ()
        sensitive = ()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["finding", "number"], name="finding_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            raise TypeError("a version of a finding is never changed")
        super().save(*args, **options)
