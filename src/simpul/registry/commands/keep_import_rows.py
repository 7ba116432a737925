"""The next rows of an announced table are kept, encrypted; in short pieces, so that nobody waits for long."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Max

from simpul.kernel.actor import Actor
from simpul.registry import policies
from simpul.registry.choices import ImportStage
from simpul.registry.models import ImportBatch, ImportRow
from simpul.registry.queries.read_upload import Row
from simpul.safeguards.gate import command, note_in_audit

READ_CHUNK = 500


@command(on=ImportBatch, reach=policies.batch_reach)
def keep_import_rows(actor: Actor, batch: ImportBatch, *, rows: Sequence[Row]) -> int:
    """Keep rows that are not kept yet; with the last one the columns can be chosen. Returns how many lack."""
    if batch.stage != ImportStage.READING:
        return 0
    kept = ImportRow.objects.filter(batch=batch)
    last = kept.aggregate(last=Max("position"))["last"] or 0
    fresh = [
        ImportRow(batch=batch, position=row.number, cells=list(row.cells))  # type: ignore[misc]
        for row in rows
        if row.number > last
    ]
    ImportRow.objects.bulk_create(fresh)
    batch.progress += len(fresh)
    if batch.progress >= batch.total:
        batch.stage = ImportStage.MAPPING
        batch.progress = 0
    batch.save()
    note_in_audit(rows=len(fresh))
    return batch.total - batch.progress if batch.stage == ImportStage.READING else 0
