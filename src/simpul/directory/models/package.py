"""A foreign directory on its way in: what it holds, what is wrong with it, what was taken."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from simpul.directory.choices import PackageStage
from simpul.kernel.clock import now
from simpul.safeguards.guarded import GuardedModel


class Package(GuardedModel):
    """One uploaded package. Its entries and faults are open data; single people in it were never read."""

    label = models.CharField(max_length=40)
    checksum = models.CharField(max_length=64)
    source = models.CharField(max_length=200)
    stage = models.CharField(max_length=10, choices=PackageStage, default=PackageStage.READING)
    counts = models.JSONField(default=dict)
    progress = models.PositiveIntegerField(default=0)
    office_id = models.UUIDField(db_index=True)
    uploaded_by = models.UUIDField()
    uploaded_at = models.DateTimeField(default=now)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = (
            "id", "label", "checksum", "source", "stage", "counts", "progress", "office_id", "uploaded_by",
            "uploaded_at", "finished_at",
        )  # fmt: skip
        personal = ()
        sensitive = ()

    class Meta:
        ordering = ("-uploaded_at",)
        constraints: ClassVar = [
            models.CheckConstraint(
                name="package_stage_known", condition=models.Q(stage__in=PackageStage.values)
            )
        ]


class PackageEntry(GuardedModel):
    """One agency of a package with its places and services, as it will be written."""

    package = models.ForeignKey(Package, on_delete=models.PROTECT, related_name="entries")
    position = models.PositiveIntegerField()
    facts = models.JSONField()

    class Privacy:
        open = ("id", "package", "position", "facts")
        personal = ()
        sensitive = ()

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["package", "position"], name="package_entry_once")
        ]


class PackageFault(GuardedModel):
    """What is wrong in which row of which file."""

    package = models.ForeignKey(Package, on_delete=models.PROTECT, related_name="faults")
    position = models.PositiveIntegerField()
    file = models.CharField(max_length=60)
    row = models.PositiveIntegerField()
    column = models.CharField(max_length=60, blank=True)
    what = models.CharField(max_length=20)
    value = models.CharField(max_length=60, blank=True)

    class Privacy:
        open = ("id", "package", "position", "file", "row", "column", "what", "value")
        personal = ()
        sensitive = ()

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["package", "position"], name="package_fault_once")
        ]
