"""A table as rows of text, from CSV or from the first sheet of a workbook."""

from __future__ import annotations

import codecs
import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import BinaryIO

from simpul.kernel.text import N_, Text
from simpul.registry.rules.spreadsheets.guard import Kind, UnsafeFile
from simpul.registry.rules.spreadsheets.xml_parts import (
    PIECE,
    date_styles,
    shared_strings,
    sheet_parts,
    stream,
)

MOST_ROWS = 100_000
MOST_COLUMNS = 100
LONGEST_CELL = 1000
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,7})")


@dataclass(frozen=True)
class Row:
    """One row with its number in the file, as spreadsheets count."""

    number: int
    cells: tuple[str, ...]


def read_table(file: BinaryIO, kind: Kind) -> tuple[str, list[Row]]:
    """The sheet's name and all rows that hold something, the header first."""
    rows = _csv_rows(file) if kind is Kind.CSV else None
    if rows is not None:
        return "CSV", _checked(rows)
    with zipfile.ZipFile(file) as archive:
        sheets = sheet_parts(archive)
        if not sheets:
            raise UnsafeFile(Text(N_("The workbook has no visible sheet.")))
        title, part = sheets[0]
        return title, _SheetReader(archive, part).read()


def _checked(rows: Iterator[Row]) -> list[Row]:
    kept: list[Row] = []
    for row in rows:
        if any(row.cells):
            kept.append(row)
        if len(kept) > MOST_ROWS + 1:
            raise _too_many()
    return kept


def _too_many() -> UnsafeFile:
    return UnsafeFile(Text(N_("At most %(count)s rows at a time. Split the file."), {"count": MOST_ROWS}))


def _far(reference: str) -> UnsafeFile:
    words = N_("Something stands in the far cell %(cell)s. Copy only the table into a new workbook.")
    return UnsafeFile(Text(words, {"cell": reference[:12]}))


def _encoding_of(file: BinaryIO) -> str:
    """How the letters are written, tried piece by piece: a large file is never whole in memory."""
    file.seek(0)
    begins = file.read(4)
    for encoding in [name for mark, name in _MARKS if begins.startswith(mark)][:1] or ["utf-8", "cp1252"]:
        decoder = codecs.getincrementaldecoder(encoding)()
        file.seek(0)
        try:
            while piece := file.read(PIECE):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return encoding
    raise UnsafeFile(Text(N_("The letters of the file cannot be read. Save it as CSV UTF-8.")))


def _csv_rows(file: BinaryIO) -> Iterator[Row]:
    encoding = _encoding_of(file)
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=encoding, newline="")
    try:
        first = text.readline(PIECE)
        text.seek(0)
        yield from _cells_of(text, max(";,\t|", key=first.count))
    finally:
        if not text.closed:
            text.detach()  # the file is the caller's


def _cells_of(text: io.TextIOWrapper, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(text, delimiter=delimiter)
    try:
        for cells in reader:
            if len(cells) > MOST_COLUMNS:
                raise UnsafeFile(Text(N_("At most %(count)s columns."), {"count": MOST_COLUMNS}))
            yield Row(reader.line_num, tuple(cell.strip()[:LONGEST_CELL] for cell in cells))
    except csv.Error:
        words = N_("Row %(row)s cannot be read: a quotation mark is left open or a cell is far too long.")
        raise UnsafeFile(Text(words, {"row": reader.line_num})) from None


class _SheetReader:
    """Streams one sheet; empty far cells cost nothing, filled ones refuse the file."""

    def __init__(self, archive: zipfile.ZipFile, part: str) -> None:
        self.archive, self.part = archive, part
        self.strings = shared_strings(archive, LONGEST_CELL)
        self.dates = date_styles(archive)
        self.rows: list[Row] = []
        self.cells: dict[int, str] = {}
        self.number = 0
        self.column = -1
        self.reference = ""
        self.kind = ""
        self.style = -1
        self.pieces: list[str] = []
        self.reading = False

    def read(self) -> list[Row]:
        stream(self.archive, self.part, self.start, self.end, self.words)
        return self.rows

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            told = attributes.get("r", "")
            self.number = int(told) if told.isdecimal() and len(told) < 9 else self.number + 1
            self.cells = {}
            self.column = -1
        elif name == "c":
            self.reference = attributes.get("r", "")
            match = _REFERENCE.fullmatch(self.reference)
            self.column = _column(match[1]) if match else self.column + 1
            self.kind = attributes.get("t", "n")
            style = attributes.get("s", "")
            self.style = int(style) if style.isdecimal() and len(style) < 7 else -1
            self.pieces = []
        self.reading = name in {"v", "t"}

    def words(self, text: str) -> None:
        if self.reading:
            self.pieces.append(text)

    def end(self, name: str) -> None:
        if name in {"v", "t"}:
            self.reading = False
        elif name == "c":
            self._cell_ends()
        elif name == "row" and self.cells:
            width = max(self.cells) + 1
            self.rows.append(Row(self.number, tuple(self.cells.get(n, "") for n in range(width))))
            if len(self.rows) > MOST_ROWS + 1:
                raise _too_many()

    def _cell_ends(self) -> None:
        text = self._value("".join(self.pieces)[:LONGEST_CELL]).strip()
        if not text:
            return
        if self.column >= MOST_COLUMNS or self.number > MOST_ROWS * 10:
            raise _far(self.reference or f"{self.column}:{self.number}")
        self.cells[self.column] = text

    def _value(self, text: str) -> str:
        if self.kind == "s":
            place = int(text) if text.isdecimal() and len(text) < 9 else -1
            return self.strings[place] if 0 <= place < len(self.strings) else ""
        if self.kind == "n" and text:
            return _number(text, as_date=self.style in self.dates)
        return "" if self.kind == "e" else text


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _number(text: str, *, as_date: bool) -> str:
    """A number as people read it: days since 1900 as a date, whole numbers without a point.

    >>> _number("27642", as_date=True), _number("2.0", as_date=False)
    ('1975-09-05', '2')
    >>> _number("3573014509750009", as_date=False)
    '3573014509750009'
    >>> _number("3.57301450975001E+15", as_date=False)
    '3.57301450975001E+15'
    """
    try:
        value = float(text)
    except ValueError:
        return text
    if as_date and 1 <= value < 110_000:
        return (date(1899, 12, 30) + timedelta(days=int(value))).isoformat()
    if "e" in text.lower():
        return text.upper()
    return str(int(value)) if value.is_integer() and "." in text and abs(value) < 1e15 else text
