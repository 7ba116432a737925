"""A table of persons is taken in: guarded, read, kept encrypted, nothing written to the registry yet."""

from __future__ import annotations

import hashlib
import uuid
from typing import BinaryIO

from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault, Hidden, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry.choices import ImportStage
from simpul.registry.models import ImportBatch, ImportRow
from simpul.registry.names import tidy
from simpul.registry.rules.import_columns import guessed_columns
from simpul.registry.rules.spreadsheets import UnsafeFile, guarded_kind, read_table
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.numbering import next_reference
from simpul.safeguards.reach import reaches_place


@command()
def stage_import(
    actor: Actor,
    *,
    file: BinaryIO,
    filename: str,
    source: str = "",
    office_id: uuid.UUID | None = None,
    unit_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """Read the first visible sheet of an XLSX, or a CSV. The file's own name is not kept: it may tell."""
    office_id = office_id or actor.office_id
    unit_id = unit_id or (actor.unit_id if office_id == actor.office_id else None)
    if office_id is None or not reaches_place(
        actor, "registry.stage_import", office_id=office_id, unit_id=unit_id
    ):
        raise Hidden
    try:
        kind = guarded_kind(file, filename)
        sheet, rows = read_table(file, kind)
    except UnsafeFile as unsafe:
        raise InvalidInput([FieldFault("file", unsafe.text)]) from unsafe
    if len(rows) < 2:
        words = N_("The table has no rows below its header.")
        raise InvalidInput([FieldFault("file", Text(words))])
    header, *body = rows
    file.seek(0)
    batch: ImportBatch = ImportBatch.objects.create(
        file_label=next_reference("IM"),
        checksum=hashlib.sha256(file.read()).hexdigest(),
        stage=ImportStage.MAPPING,
        sheet=sheet,
        headers=[tidy(cell)[:80] for cell in header.cells],
        mapping=guessed_columns(header.cells),
        source=tidy(source)[:160],
        total=len(body),
        office_id=office_id,
        unit_id=unit_id,
        uploaded_by=actor.id,
    )
    for start in range(0, len(body), 2000):
        ImportRow.objects.bulk_create(
            ImportRow(batch=batch, position=row.number, cells=list(row.cells))  # type: ignore[misc]
            for row in body[start : start + 2000]
        )
    note_in_audit(rows=len(body), kind=kind.value)
    return batch.id
