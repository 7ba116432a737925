"""An uploaded table, guarded and read, before anything is written: no lock is held while it is parsed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import BinaryIO

from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry.names import tidy
from simpul.registry.rules.spreadsheets import Row, UnsafeFile, guarded_kind, read_table
from simpul.safeguards.gate import query

__all__ = ["Row", "UploadedTable", "read_upload"]


@dataclass(frozen=True)
class UploadedTable:
    """A table in memory: its sheet, headers, rows with their numbers, and what the bytes were."""

    kind: str
    sheet: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    checksum: str


@query(silent=True)
def read_upload(actor: Actor, *, file: BinaryIO, filename: str) -> UploadedTable:
    """Read the first visible sheet of an XLSX, or a CSV. The file's own name is not kept: it may tell."""
    try:
        kind = guarded_kind(file, filename)
        sheet, rows = read_table(file, kind)
    except UnsafeFile as unsafe:
        raise InvalidInput([FieldFault("file", unsafe.text)]) from unsafe
    if len(rows) < 2:
        raise InvalidInput([FieldFault("file", Text(N_("The table has no rows below its header.")))])
    file.seek(0)
    return UploadedTable(
        kind=kind.value,
        sheet=sheet,
        headers=tuple(tidy(cell)[:80] for cell in rows[0].cells),
        rows=tuple(rows[1:]),
        checksum=hashlib.sha256(file.read()).hexdigest(),
    )
