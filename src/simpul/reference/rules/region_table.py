"""Reads a region table and says of every bad row what is wrong and what to do."""

from __future__ import annotations

import csv
import io
from collections.abc import Container, Iterable
from dataclasses import dataclass

from simpul.kernel.text import N_, Text
from simpul.reference.errors import RowFault
from simpul.reference.rules.regions import CODE, parent_of

COLUMNS = ("code", "name", "lat", "lng", "postcode", "population", "predecessor")
NAME_LIMIT = 120
SOUTH, NORTH, WEST, EAST = -12.0, 8.0, 94.0, 142.0
FAULT_LIMIT = 200


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A good row: the code, the name as the table writes it, and what else it knows."""

    row: int
    code: str
    name: str
    lat: float | None = None
    lng: float | None = None
    postcode: str = ""
    population: int | None = None
    predecessors: tuple[str, ...] = ()


@dataclass(frozen=True)
class RegionTable:
    """The rows of a file, or the reasons why it cannot be taken."""

    rows: tuple[RegionRow, ...]
    faults: tuple[RowFault, ...]


def read_table(text: str) -> RegionTable:
    """Read CSV text with at least the columns ``code`` and ``name``."""
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        header = [name.strip().lower() for name in reader.fieldnames or ()]
        missing = [name for name in ("code", "name") if name not in header]
        if missing:
            return RegionTable((), (_no_header(missing),))
        reader.fieldnames = header
        return _read_rows(reader)
    except csv.Error as error:
        fault = Text(
            N_("The file is not a clean CSV table (%(reason)s). Save it again as CSV with commas, in UTF-8."),
            {"reason": str(error)},
        )
        return RegionTable((), (RowFault(reader.reader.line_num, fault),))


def _no_header(missing: list[str]) -> RowFault:
    return RowFault(
        1,
        Text(
            N_("The first row must name the columns; missing: %(columns)s. Expected: %(expected)s."),
            {"columns": ", ".join(missing), "expected": ",".join(COLUMNS)},
        ),
    )


def _read_rows(reader: csv.DictReader[str]) -> RegionTable:
    rows: list[RegionRow] = []
    faults: list[RowFault] = []
    seen: dict[str, int] = {}
    for facts in reader:
        number = reader.line_num
        try:
            row = _row(number, facts)
            if row.code in seen:
                raise _Bad(
                    N_("Code %(code)s stands already in row %(other)s. Keep one of the two."),
                    code=row.code,
                    other=seen[row.code],
                )
        except _Bad as bad:
            faults.append(RowFault(number, bad.text))
            if len(faults) >= FAULT_LIMIT:
                break
            continue
        seen[row.code] = number
        rows.append(row)
    if not rows and not faults:
        faults.append(RowFault(0, Text(N_("The table holds no rows. Check that the right file was chosen."))))
    return RegionTable(tuple(rows), tuple(faults))


class _Bad(Exception):
    def __init__(self, msgid: str, **params: object) -> None:
        super().__init__(msgid)
        self.text = Text(msgid, params)


def _row(number: int, facts: dict[str, str]) -> RegionRow:
    if None in facts:
        raise _Bad(N_("The row has more cells than the header. Put names that hold a comma in quotes."))
    code = (facts["code"] or "").strip()
    if not CODE.fullmatch(code):
        raise _Bad(
            N_("%(code)s is not a region code. Write it with dots, like 35, 35.23 or 35.23.01.2001."),
            code=code[:40] or "—",
        )
    name = " ".join((facts["name"] or "").split())
    if not name or len(name) > NAME_LIMIT or not name.isprintable() or "<" in name:
        raise _Bad(
            N_("The name of %(code)s is empty, too long or holds signs that no name has. Correct the name."),
            code=code,
        )
    lat, lng = _place(code, facts.get("lat") or "", facts.get("lng") or "")
    postcode = (facts.get("postcode") or "").strip()
    if postcode and not (len(postcode) == 5 and postcode.isascii() and postcode.isdigit()):
        raise _Bad(N_("The postcode of %(code)s must have five digits, or stay empty."), code=code)
    return RegionRow(
        number, code, name, lat, lng, postcode, _people(code, facts.get("population") or ""),
        _codes(code, facts.get("predecessor") or ""),
    )  # fmt: skip


def _place(code: str, lat: str, lng: str) -> tuple[float | None, float | None]:
    if not lat.strip() and not lng.strip():
        return None, None
    try:
        place = float(lat), float(lng)
    except ValueError:
        raise _Bad(
            N_("The coordinates of %(code)s are not numbers. Write degrees with a point: -6.95341."),
            code=code,
        ) from None
    if SOUTH <= place[1] <= NORTH and WEST <= place[0] <= EAST:
        raise _Bad(N_("Latitude and longitude of %(code)s are swapped. Exchange the two columns."), code=code)
    if not (SOUTH <= place[0] <= NORTH and WEST <= place[1] <= EAST):
        raise _Bad(N_("The coordinates of %(code)s lie outside Indonesia. Correct or empty them."), code=code)
    return place


def _people(code: str, population: str) -> int | None:
    if not population.strip():
        return None
    if not population.strip().isdecimal() or len(population.strip()) > 9:
        raise _Bad(N_("The population of %(code)s must be a whole number, or stay empty."), code=code)
    return int(population)


def _codes(code: str, predecessor: str) -> tuple[str, ...]:
    codes = tuple(part.strip() for part in predecessor.replace(";", " ").split())
    if any(not CODE.fullmatch(part) for part in codes):
        raise _Bad(
            N_("The predecessor of %(code)s must be region codes with a semicolon between."), code=code
        )
    return codes


def orphans(rows: Iterable[RegionRow], known: Container[str]) -> list[RowFault]:
    """Faults for rows whose region above stands neither in the table nor in what is loaded already."""
    rows = tuple(rows)
    own = {row.code for row in rows}
    faults = []
    for row in rows:
        above = parent_of(row.code)
        if above and above not in own and above not in known:
            text = Text(
                N_("The region above %(code)s, %(above)s, is neither in the table nor loaded. Add its row."),
                {"code": row.code, "above": above},
            )
            faults.append(RowFault(row.row, text))
    return faults[:FAULT_LIMIT]


def stranded(rows: Iterable[RegionRow], gone: Container[str]) -> list[RowFault]:
    """Faults for rows whose region above is loaded and would vanish, because the table has left it out."""
    text = N_("%(above)s is loaded, but the table lacks its row while %(code)s lies in it. Add its row.")
    faults = [
        RowFault(row.row, Text(text, {"code": row.code, "above": parent_of(row.code)}))
        for row in rows
        if parent_of(row.code) in gone
    ]
    return faults[:FAULT_LIMIT]
