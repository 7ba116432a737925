"""Files of persons on their way in: staged, checked row by row, written in pieces, taken back as a whole."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from simpul.kernel.clock import now
from simpul.registry.choices import ImportStage, RowOutcome
from simpul.safeguards.fields import BlindIndexField, EncryptedJSONField
from simpul.safeguards.forgetting import Forgetting
from simpul.safeguards.guarded import GuardedModel


class ImportBatch(GuardedModel):
    """One uploaded file. Its rows are encrypted with a key of the batch, destroyed when it is over."""

    file_label = models.CharField(max_length=40)
    checksum = models.CharField(max_length=64)
    stage = models.CharField(max_length=10, choices=ImportStage.choices, default=ImportStage.MAPPING)
    sheet = models.CharField(max_length=60, blank=True)
    headers = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    source = models.CharField(max_length=160, blank=True)
    total = models.PositiveIntegerField(default=0)
    progress = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    fault_kinds = models.JSONField(default=dict, blank=True)
    office_id = models.UUIDField()
    unit_id = models.UUIDField(null=True, blank=True)
    uploaded_by = models.UUIDField()
    uploaded_at = models.DateTimeField(default=now)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = (
            "id", "file_label", "checksum", "stage", "sheet", "headers", "mapping", "source", "total",
            "progress", "counts", "fault_kinds", "office_id", "unit_id", "uploaded_by", "uploaded_at",
            "confirmed_at", "finished_at",
        )  # fmt: skip
        personal = ()
        sensitive = ()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["office_id", "uploaded_at"], name="importbatch_office")]

    def __str__(self) -> str:
        return str(self.id)


class ImportRow(GuardedModel):
    """One row as it stood in the file, what is wrong with it, and which person it became."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.PROTECT, related_name="rows")
    position = models.PositiveIntegerField()
    cells = EncryptedJSONField()
    faults = EncryptedJSONField(null=True, blank=True)
    fault_kinds = models.CharField(max_length=250, blank=True)
    outcome = models.CharField(max_length=12, choices=RowOutcome.choices, blank=True)
    number_index = BlindIndexField(db_index=False)
    household_index = BlindIndexField(db_index=False)
    is_head = models.BooleanField(default=False)
    known_person_id = models.UUIDField(null=True, blank=True)
    person_id = models.UUIDField(null=True, blank=True)
    household_id = models.UUIDField(null=True, blank=True)

    class Privacy:
        open = ("id", "batch", "position", "outcome", "fault_kinds")
        personal = (
            "person_id", "household_id", "number_index", "household_index", "is_head", "known_person_id",
        )  # fmt: skip
        sensitive = ("cells", "faults")
        forgets = Forgetting(of=("person_id", "known_person_id"))

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["batch", "position"], name="importrow_once")]
        indexes: ClassVar = [
            models.Index(fields=["batch", "outcome", "position"], name="importrow_in_order"),
            models.Index(fields=["batch", "number_index"], name="importrow_number"),
            models.Index(fields=["batch", "household_index"], name="importrow_household"),
            models.Index(fields=["person_id"], name="importrow_person"),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def key_subject(self) -> uuid.UUID:
        return self.batch_id
