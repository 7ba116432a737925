"""A table of persons is announced: its rows follow piece by piece, encrypted; the registry is untouched."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.errors import Hidden
from simpul.registry.choices import ImportStage
from simpul.registry.models import ImportBatch
from simpul.registry.names import tidy
from simpul.registry.queries.read_upload import UploadedTable
from simpul.registry.rules.import_columns import guessed_columns
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.numbering import next_reference
from simpul.safeguards.reach import reaches_place


@command()
def stage_import(
    actor: Actor,
    *,
    table: UploadedTable,
    source: str = "",
    office_id: uuid.UUID | None = None,
    unit_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """Make room for what ``read_upload`` read, with columns guessed; ``keep_import_rows`` brings the rows."""
    office_id = office_id or actor.office_id
    unit_id = unit_id or (actor.unit_id if office_id == actor.office_id else None)
    if office_id is None or not reaches_place(
        actor, "registry.stage_import", office_id=office_id, unit_id=unit_id
    ):
        raise Hidden
    batch: ImportBatch = ImportBatch.objects.create(
        file_label=next_reference("IM"),
        checksum=table.checksum,
        stage=ImportStage.READING,
        sheet=table.sheet,
        headers=list(table.headers),
        mapping=guessed_columns(table.headers),
        source=tidy(source)[:160],
        total=len(table.rows),
        office_id=office_id,
        unit_id=unit_id,
        uploaded_by=actor.id,
    )
    note_in_audit(rows=len(table.rows), kind=table.kind)
    return batch.id
