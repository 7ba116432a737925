"""How far an import is, what is wrong in it, and the list of faults to take away."""

from __future__ import annotations

import io
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter
from django.db.models import QuerySet

from simpul.kernel.actor import Actor
from simpul.kernel.csv_files import as_csv
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import ImportStage, RowOutcome
from simpul.registry.models import ImportBatch, ImportRow
from simpul.registry.rules.import_columns import FIELDS
from simpul.registry.rules.import_rows import fault_kind
from simpul.safeguards.gate import query

SHOWN = 100
Say = Callable[[Text], str]


@dataclass(frozen=True)
class ImportFault:
    """One thing wrong: sheet, row, column, what, and how to put it right."""

    sheet: str
    row: int
    column: str
    field_label: str
    value: str
    text: Text
    remedy: Text


@dataclass(frozen=True)
class FaultKind:
    """All faults of one sort in one column: they are put right the same way."""

    kind: str
    column: str
    text: Text
    remedy: Text
    count: int


@dataclass(frozen=True)
class ImportProgress:
    """How far the work is, without anybody's data."""

    id: uuid.UUID
    stage: str
    stage_label: str
    progress: int
    goal: int

    @property
    def running(self) -> bool:
        return self.stage in {ImportStage.CHECKING, ImportStage.WRITING, ImportStage.UNDOING}


@dataclass(frozen=True)
class KnownRow:
    """A row whose person is probably on file."""

    row: int
    name: str
    person_id: uuid.UUID | None


@dataclass(frozen=True)
class ImportPage(ImportProgress):
    """An import as its page shows it."""

    label: str
    sheet: str
    headers: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    mapping: dict[str, int]
    source: str
    total: int
    counts: dict[str, int]
    kinds: tuple[FaultKind, ...]
    faults: tuple[ImportFault, ...]
    kind: str
    next_row: int
    known: tuple[KnownRow, ...]
    uploaded_at: datetime
    uploaded_by: uuid.UUID


@dataclass(frozen=True)
class ImportLine:
    """An import in the list."""

    id: uuid.UUID
    label: str
    stage: str
    stage_label: str
    total: int
    written: int
    uploaded_at: datetime
    uploaded_by: uuid.UUID


@query(silent=True)
def import_fields(actor: Actor) -> dict[str, Text]:
    """What a column can mean."""
    return {name: Text(label) for name, label in FIELDS.items()}


@query(over=ImportBatch, reach=policies.batch_reach)
def my_imports(actor: Actor, batches: QuerySet[ImportBatch]) -> tuple[ImportLine, ...]:
    """Imports within reach, latest first."""
    return tuple(
        ImportLine(
            batch.id,
            batch.file_label,
            batch.stage,
            str(batch.get_stage_display()),
            batch.total,
            int(batch.counts.get("written", 0)),
            batch.uploaded_at,
            batch.uploaded_by,
        )
        for batch in batches.order_by("-uploaded_at")[:50]
    )


@query(on=ImportBatch, reach=policies.batch_reach)
def import_page(actor: Actor, batch: ImportBatch, *, kind: str = "", after: int = 0) -> ImportPage:
    """One import: columns, progress, sorts of faults, and a hundred faults, of one sort if so wanted."""
    kind = kind if kind in batch.fault_kinds else ""
    faults = tuple(_faults(batch, kind=kind, after=after, limit=SHOWN))
    samples = ImportRow.objects.filter(batch=batch).order_by("position")[:3]
    return ImportPage(
        id=batch.id,
        label=batch.file_label,
        stage=batch.stage,
        stage_label=str(batch.get_stage_display()),
        sheet=batch.sheet,
        headers=tuple(batch.headers),
        samples=tuple(tuple(row.cells) for row in samples) if batch.stage == ImportStage.MAPPING else (),
        mapping=dict(batch.mapping),
        source=batch.source,
        total=batch.total,
        progress=batch.progress,
        goal=_goal(batch),
        counts={name: int(count) for name, count in batch.counts.items()},
        kinds=_kinds(batch),
        faults=faults,
        kind=kind,
        next_row=faults[-1].row if len({fault.row for fault in faults}) == SHOWN else 0,
        known=_known(batch),
        uploaded_at=batch.uploaded_at,
        uploaded_by=batch.uploaded_by,
    )


@query(on=ImportBatch, reach=policies.batch_reach, silent=True)
def import_progress(actor: Actor, batch: ImportBatch) -> ImportProgress:
    """How far it is. Asked every other second, hence without a line in the log: no data is shown."""
    return ImportProgress(batch.id, batch.stage, str(batch.get_stage_display()), batch.progress, _goal(batch))


def _goal(batch: ImportBatch) -> int:
    name = {"writing": "to_write", "undoing": "to_undo"}.get(batch.stage, "")
    return int(batch.counts.get(name, batch.total))


def _column(batch: ImportBatch, name: str) -> tuple[int | None, str]:
    column = batch.mapping.get(name)
    return (column, batch.headers[column]) if column is not None else (None, "")


def _kinds(batch: ImportBatch) -> tuple[FaultKind, ...]:
    found = [
        FaultKind(
            kind=name,
            column=_column(batch, one["field"])[1],
            text=Text(one["text"], one["facts"]),
            remedy=Text(one["remedy"], one["remedy_facts"]),
            count=int(one["count"]),
        )
        for name, one in batch.fault_kinds.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.count, one.kind)))


def _known(batch: ImportBatch) -> tuple[KnownRow, ...]:
    rows = ImportRow.objects.filter(batch=batch, outcome=RowOutcome.LIKELY_KNOWN).order_by("position")
    column = batch.mapping.get("full_name", 0)
    return tuple(
        KnownRow(row.position, row.cells[column] if column < len(row.cells) else "", row.known_person_id)
        for row in rows[:SHOWN]
    )


def _faults(
    batch: ImportBatch, *, kind: str = "", after: int = 0, limit: int | None = None
) -> Iterator[ImportFault]:
    rows = ImportRow.objects.filter(batch=batch, outcome=RowOutcome.FAULTY, position__gt=after)
    if kind:
        rows = rows.filter(fault_kinds__contains=kind)
    rows = rows.order_by("position")
    for row in rows[:limit].iterator(chunk_size=500) if limit is None else rows[:limit]:
        for fault in row.faults or []:
            text = Text(fault["text"], fault["facts"])
            if kind and kind != fault_kind(fault["field"], text):
                continue
            column, header = _column(batch, fault["field"])
            yield ImportFault(
                sheet=batch.sheet,
                row=row.position,
                column=header,
                field_label=FIELDS.get(fault["field"], ""),
                value=row.cells[column] if column is not None and column < len(row.cells) else "",
                text=text,
                remedy=Text(fault["remedy"], fault["remedy_facts"]),
            )


HEADS = (N_("Sheet"), N_("Row"), N_("Column"), N_("What stands there"), N_("What is wrong"), N_("What to do"))


@query(on=ImportBatch, reach=policies.batch_reach)
def import_faults_table(actor: Actor, batch: ImportBatch, *, say: Say, form: str = "xlsx") -> bytes:
    """Every fault as a table to take away. No cell of it can act as a formula."""
    lines = (
        (one.sheet, str(one.row), one.column, one.value, say(one.text), say(one.remedy))
        for one in _faults(batch)
    )
    heads = tuple(say(Text(head)) for head in HEADS)
    return as_csv(heads, lines) if form == "csv" else _as_workbook(heads, lines)


def _as_workbook(heads: tuple[str, ...], lines: Iterator[tuple[str, ...]]) -> bytes:
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "constant_memory": False,
    }
    with xlsxwriter.Workbook(buffer, options) as workbook:
        sheet = workbook.add_worksheet()
        bold = workbook.add_format({"bold": True})
        for column, (head, width) in enumerate(zip(heads, (10, 8, 22, 28, 60, 60), strict=True)):
            sheet.write_string(0, column, head, bold)
            sheet.set_column(column, column, width)
        for number, line in enumerate(lines, 1):
            for column, cell in enumerate(line):
                sheet.write_string(number, column, cell)
        sheet.freeze_panes(1, 0)
    return buffer.getvalue()
