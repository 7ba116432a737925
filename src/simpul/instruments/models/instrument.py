"""Forms and their published versions."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from simpul.kernel.clock import now
from simpul.safeguards.guarded import GuardedModel, GuardedQuerySet
from simpul.workforce.models import Office


class Instrument(GuardedModel):
    """A form by its code. Without an office it is a starter that everybody may use."""

    code = models.CharField(max_length=100)
    office = models.ForeignKey(
        Office, null=True, blank=True, on_delete=models.PROTECT, related_name="instruments"
    )

    class Privacy:
        open = ("id", "code", "office")
        personal = ()
        sensitive = ()

    class Meta:
        ordering = ("code",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["code", "office"], name="instrument_code_once_per_office"),
            models.UniqueConstraint(
                fields=["code"], condition=Q(office=None), name="instrument_starter_code_once"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class PublishedVersionsNeverChange(RuntimeError):
    """Code tried to change a published version; answers refer to it for ever."""


class VersionQuerySet(GuardedQuerySet["InstrumentVersion"]):
    """Versions in bulk: only to be read and created."""

    def update(self, **facts: Any) -> int:
        if not set(facts) <= InstrumentVersion.RETIREMENT:
            raise PublishedVersionsNeverChange
        return super().update(**facts)

    def delete(self) -> tuple[int, dict[str, int]]:
        raise PublishedVersionsNeverChange


class InstrumentVersion(GuardedModel):
    """One published version. After publishing only its retirement may be written.

    ``purpose`` says what an office's own form is for, as whoever uses it calls it (a kind of assessment).
    """

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="versions")
    version = models.CharField(max_length=50)
    purpose = models.CharField(max_length=20, blank=True, db_default="")
    titles = models.JSONField()
    languages = models.JSONField()
    workbook = models.BinaryField()
    workbook_sha256 = models.CharField(max_length=64)
    content_sha256 = models.CharField(max_length=64)
    compiled = models.JSONField()
    xform = models.TextField()
    published_at = models.DateTimeField()
    published_by = models.UUIDField()
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.UUIDField(null=True, blank=True)

    objects = VersionQuerySet.as_manager()  # type: ignore[misc]

    RETIREMENT: ClassVar = frozenset({"retired_at", "retired_by"})

    class Privacy:
        open = (
            "id", "instrument", "version", "purpose", "titles", "languages", "workbook", "workbook_sha256",
            "content_sha256", "compiled", "xform", "published_at", "published_by", "retired_at", "retired_by",
        )  # fmt: skip
        personal = ()
        sensitive = ()

    class Meta:
        ordering = ("instrument__code", "-published_at")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["instrument", "version"], name="instrument_version_once_per_instrument"
            ),
            models.UniqueConstraint(
                fields=["instrument"],
                condition=Q(retired_at=None),
                name="instrument_one_current_version",
            ),
            models.CheckConstraint(
                name="instrument_retired_by_somebody_at_some_time",
                condition=Q(retired_at=None, retired_by=None)
                | Q(retired_at__isnull=False, retired_by__isnull=False),
            ),
            models.CheckConstraint(
                name="instrument_retired_after_publishing",
                condition=Q(retired_at=None) | Q(retired_at__gte=F("published_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument_id} {self.version}"

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding and not set(options.get("update_fields") or {"*"}) <= self.RETIREMENT:
            raise PublishedVersionsNeverChange
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        raise PublishedVersionsNeverChange


class InstrumentUpload(GuardedModel):
    """A workbook that an office looks at before it publishes it; read and found sound."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="instrument_uploads")
    workbook = models.BinaryField()
    compiled = models.JSONField()
    purpose = models.CharField(max_length=20, blank=True)
    by_id = models.UUIDField()
    at = models.DateTimeField(default=now)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = ("id", "office", "workbook", "compiled", "purpose", "by_id", "at", "settled_at")
        personal = ()
        sensitive = ()

    def __str__(self) -> str:
        return str(self.id)
