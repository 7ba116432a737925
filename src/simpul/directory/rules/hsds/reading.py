"""A foreign package, read into the rows of its tables: archives of CSV tables, one CSV table, or JSON.

Nothing is believed: sizes are counted while unpacking, every row is read for itself, and what cannot be read
is a fault with its file and row. A fault never ends the reading of what comes after it.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from simpul.directory.rules.hsds.tables import KINDS, NUMERIC, TABLES, Table

MOST_BYTES = 200_000_000  # unpacked
MOST_ROWS = 300_000
MOST_LINES = 1_000_000
MOST_FAULTS = 5_000
LONGEST_CELL = 20_000
LONGEST_LINE = 100_000
MOST_DEEP = 12
FILES = {table.file: table for table in TABLES.values()}
NEEDED = ("organization", "service")
# Names of single people, and the history of an entry: nothing of it is kept here.
PASSED_OVER = ("contact", "metadata", "meta_table_description")


class PackageUnreadable(ValueError):
    """The file as a whole cannot be taken; ``what`` says why."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(frozen=True)
class Fault:
    """What is wrong, in which file and row (1 is the first below the header), in which column."""

    file: str
    row: int
    column: str
    what: str
    value: str = ""


@dataclass
class Sheets:
    """All rows of a package by table and id, where each stood, and what was wrong on the way."""

    rows: dict[str, dict[str, dict[str, Any]]] = field(default_factory=lambda: {name: {} for name in TABLES})
    places: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    more_faults: int = 0
    count: int = 0
    bytes: int = 0
    lines: int = 0

    def object(self, file: str, row: int, column: str, what: str, value: object = "") -> None:
        if len(self.faults) >= MOST_FAULTS:
            self.more_faults += 1
            return
        shown = str(value).encode("utf-8", "replace").decode()[:60]
        self.faults.append(Fault(file, row, column, what, shown))

    def weigh(self, size: int) -> None:
        self.bytes += size
        if self.bytes > MOST_BYTES:
            raise PackageUnreadable("heavy")


def read_package(file: BinaryIO) -> Sheets:
    """The rows of a package, whatever its file is called."""
    sheets = Sheets()
    file.seek(0)
    start = file.read(4)
    file.seek(0)
    if start[:2] == b"PK":
        _archive(file, sheets)
    elif start.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"["):
        _json(file, sheets)
    else:
        raise PackageUnreadable("kind")
    _linked(sheets)
    return sheets


def _archive(file: BinaryIO, sheets: Sheets) -> None:
    try:
        with zipfile.ZipFile(file) as archive:
            members = {one.filename.rpartition("/")[2]: one for one in archive.infolist() if not one.is_dir()}
            for table in TABLES.values():
                member = members.get(table.file)
                if member is None and table.name in NEEDED:
                    sheets.object(table.file, 0, "", "file_missing")
                if member is not None and table.name not in PASSED_OVER:
                    with archive.open(member) as stream:
                        _csv(stream, table, sheets)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        zlib.error,
    ) as bad:
        raise PackageUnreadable("archive") from bad


def _lines(stream: Any, sheets: Sheets) -> Iterator[str]:
    """Lines of text, counted as they are unpacked. Bytes that are no UTF-8 stay as lone surrogates."""
    first = True
    while line := stream.readline(LONGEST_LINE):
        sheets.weigh(len(line))
        sheets.lines += 1
        if sheets.lines > MOST_LINES:
            raise PackageUnreadable("rows")
        text = line.removeprefix(b"\xef\xbb\xbf") if first else line
        first = False
        yield text.decode("utf-8", "surrogateescape").replace("\0", "\ufffd")


def _csv(stream: Any, table: Table, sheets: Sheets) -> None:
    reader = csv.reader(_lines(stream, sheets))
    header = next(_rows(reader, table, sheets), None)
    if header is None:
        if table.name in NEEDED:
            sheets.object(table.file, 0, "", "empty")
        return
    names = [cell.strip() for cell in header]
    lacking = [one for one in ("id", *_needed(table)) if one not in names]
    for name in lacking:
        sheets.object(table.file, 0, name, "column_missing")
    for name in names:
        if name not in table.columns:
            sheets.object(table.file, 0, name, "column_unknown")
    for number, cells in enumerate(_rows(reader, table, sheets, 1), 1):
        if any(cell.strip() for cell in cells) and not lacking:
            if len(cells) > len(names):
                sheets.object(table.file, number, "", "cells")
                continue
            told = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if cell.strip()}
            _keep({n: v for n, v in told.items() if n in table.columns}, table, table.file, number, sheets)


def _needed(table: Table) -> tuple[str, ...]:
    return tuple(name for name in table.required if name not in table.needs and name != "id")


def _rows(reader: Any, table: Table, sheets: Sheets, number: int = 0) -> Iterator[list[str]]:
    """Rows one by one; a row that is no CSV is a fault and gives an empty row, so that numbers stay right."""
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            sheets.object(table.file, number, "", "row_unreadable")
            yield []
        number += 1


def _json(file: BinaryIO, sheets: Sheets) -> None:
    text = file.read(MOST_BYTES + 1)
    sheets.weigh(len(text))
    try:
        found = json.load(io.StringIO(text.decode("utf-8-sig")))
    except UnicodeDecodeError as bad:
        raise PackageUnreadable("encoding") from bad
    except (ValueError, RecursionError) as bad:
        raise PackageUnreadable("json") from bad
    if isinstance(found, dict) and isinstance(found.get("contents"), list):
        found = found["contents"]
    for number, one in enumerate(found if isinstance(found, list) else [found], 1):
        if not isinstance(one, dict):
            sheets.object("json", number, "", "no_record")
            continue
        _unnest(one, "service" if "status" in one else "organization", number, sheets, 0)


def _unnest(record: Mapping[str, Any], of: str, number: int, sheets: Sheets, deep: int) -> None:
    """Everything nested becomes a row of its own table that points at the record it stood in."""
    table = TABLES[of]
    if deep > MOST_DEEP or of in PASSED_OVER:
        return
    flat = {name: record[name] for name in table.columns if record.get(name) is not None}
    for name, one in table.one.items():
        nested = record.get(name)
        if isinstance(nested, Mapping):
            if f"{name}_id" in table.columns and "id" in nested:
                flat.setdefault(f"{name}_id", nested["id"])
            _unnest(nested, one, number, sheets, deep + 1)
    for name in record:
        if (
            name not in table.columns
            and name not in table.one
            and name not in table.many
            and name != "metadata"
        ):
            sheets.object("json", number, name, "column_unknown")
    _keep(flat, table, "json", number, sheets)
    for name, one in table.many.items():
        held = record.get(name)
        for nested in held if isinstance(held, list) else ():
            if not isinstance(nested, Mapping):
                sheets.object("json", number, name, "no_record")
                continue
            link = "link_id" if one == "attribute" else f"{of}_id"
            own = {link: record.get("id")} if link in TABLES[one].columns else {}
            _unnest({**own, **nested}, one, number, sheets, deep + 1)


def _keep(row: dict[str, Any], table: Table, file: str, number: int, sheets: Sheets) -> None:
    """Check a row; keep it when nothing in it is wrong. In JSON the same record may stand in many places."""
    sheets.count += 1
    if sheets.count > MOST_ROWS:
        raise PackageUnreadable("rows")
    sound = True
    for one in table.fields:
        value = row.get(one.name)
        if value is None or value == "":
            if one.required:
                sheets.object(file, number, one.name, "missing")
                sound = False
            continue
        what, kept = _read(value, one.kind)
        if what:
            sheets.object(file, number, one.name, what, value)
            sound = sound and not one.required and one.kind not in ("uuid",)
            row.pop(one.name)
        else:
            row[one.name] = kept
    if not sound:
        return
    key = str(row["id"]).lower()
    if key in sheets.rows[table.name]:
        if file != "json":
            sheets.object(file, number, "id", "double", key)
        return
    sheets.rows[table.name][key] = row
    sheets.places[table.name, key] = (file, number)


def _read(value: object, kind: str) -> tuple[str, object]:
    """What is wrong with a value (empty when nothing), and the value as it is kept."""
    if isinstance(value, str):
        if any("\ud800" <= sign <= "\udfff" for sign in value):
            return "encoding", None
        if "\ufffd" in value or len(value) > LONGEST_CELL:
            return "encoding" if "\ufffd" in value else "long", None
        if kind in NUMERIC:
            try:
                value = float(value)
            except ValueError:
                return kind, None
    return ("", value) if KINDS[kind](value) else (kind, None)


def _linked(sheets: Sheets) -> None:
    """A row that points at a row which is not there goes out, and then what points at it."""
    gone = True
    while gone:
        gone = False
        for name, table in TABLES.items():
            for key, row in list(sheets.rows[name].items()):
                for column, of in table.links.items():
                    if column not in row or of in PASSED_OVER or of in ("program", "unit"):
                        continue
                    if str(row[column]).lower() in sheets.rows[of] or (column.startswith("parent_")):
                        continue
                    sheets.object(*sheets.places[name, key], column, "dangling", row[column])
                    del sheets.rows[name][key]
                    gone = True
                    break
