"""Writes a list of invented persons with planted faults, as CSV and XLSX, and which faults were planted.

    PYTHONPATH=src python scripts/make_import_table.py --count 100000 --faults 200 --into /tmp/lists

Three files: ``people.csv``, ``people.xlsx`` and ``planted.json`` (row and column of each fault). The villages
are the demo's own, so that the list fits a demo's registry.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path

import xlsxwriter

from simpul.config.demo.population import numbers
from simpul.config.demo.population.generate import households
from simpul.config.demo.population.people import Household, Member
from simpul.config.demo.population.villages import read_villages

HEADER = (
    "No", "NIK", "No. KK", "Nama Lengkap", "L/P", "Tempat Lahir", "Tgl Lahir", "SHDK", "Nama Ibu Kandung",
    "Kode Desa", "Desa", "Kecamatan", "RT", "RW", "Alamat", "No HP",
)  # fmt: skip
SHDK = {"head": "Kepala Keluarga", "wife": "Istri", "husband": "Suami", "spouse": "Istri", "child": "Anak"}
Row = list[str]
Spoil = Callable[[Row], None]


def put(column: str, value: str) -> Spoil:
    """Write something wrong into a cell."""
    place = HEADER.index(column)

    def spoil(row: Row) -> None:
        row[place] = value

    return spoil


def bent(column: str, bend: Callable[[str], str]) -> Spoil:
    """Make something wrong of what stands in a cell."""
    place = HEADER.index(column)

    def spoil(row: Row) -> None:
        row[place] = bend(row[place])

    return spoil


SPOILS: tuple[tuple[str, Spoil], ...] = (
    ("Nama Lengkap", put("Nama Lengkap", "")),
    ("Nama Lengkap", put("Nama Lengkap", "12345")),
    ("Nama Lengkap", put("Nama Lengkap", "Siti " * 40)),
    ("NIK", bent("NIK", lambda nik: nik[:-2])),
    ("NIK", put("NIK", "3.57301450975001E+15")),
    ("NIK", bent("NIK", lambda nik: nik[:12] + "0000")),
    ("NIK", bent("NIK", lambda nik: nik[:6] + "32" + nik[8:])),
    ("NIK", bent("NIK", lambda nik: nik[:8] + "13" + nik[10:])),
    ("NIK", put("NIK", '=HYPERLINK("http://example.invalid";"NIK")')),
    ("No. KK", put("No. KK", "12345")),
    ("No. KK", put("No. KK", "@SUM(A1:A9)")),
    ("L/P", put("L/P", "Q")),
    ("L/P", put("L/P", "=1+1")),
    ("Tgl Lahir", put("Tgl Lahir", "31-02-1980")),
    ("Tgl Lahir", put("Tgl Lahir", "besok pagi")),
    ("Tgl Lahir", put("Tgl Lahir", "01-01-2199")),
    ("SHDK", put("SHDK", "Tetangga")),
    ("SHDK", put("SHDK", "+62")),
    ("Kode Desa", put("Kode Desa", "35-XX")),
    ("Kode Desa", put("Kode Desa", "35.69.01.9999")),
    ("Desa", put("Desa", "Negeri Dongeng")),
    ("RT", put("RT", "12345")),
    ("RW", put("RW", "-empat")),
    ("No HP", put("No HP", "seratus")),
    ("Alamat", put("Alamat", "Jalan " * 60)),
)


def row_of(number: int, home: Household, member: Member, places: dict[str, tuple[str, str]]) -> Row:
    """One line as an office would send it: some villages by code, some by name."""
    village, district = places[home.village_code]
    by_code = home.number % 2 == 0
    born = member.birth_date
    return [
        str(number),
        member.nik or "belum punya",
        home.kk,
        member.full_name,
        "P" if member.sex == "f" else "L",
        member.birth_place,
        str(born.year) if member.birth_year_only else born.strftime("%d-%m-%Y"),
        SHDK.get(member.relation, "Famili Lain") if member is not home.members[0] else "Kepala Keluarga",
        member.mother_name,
        home.village_code if by_code else "",
        "" if by_code else village,
        "" if by_code else district,
        home.rt,
        home.rw,
        home.street,
        f"0812{number:08}" if number % 3 == 0 else "",
    ]


def people(count: int, seed: str = "import") -> list[Row]:
    """So many rows without any fault."""
    numbers.FIRST_SERIAL, numbers.LAST_SERIAL = 8000, 8999  # the demo's own people begin at 9000
    villages = read_villages()
    places = {village.code: (village.name, village.district) for village in villages}
    rows: list[Row] = []
    for home in households(seed, count, villages, doubles=0.0):
        for member in home.members:
            rows.append(row_of(len(rows) + 1, home, member, places))
            if len(rows) == count:
                return rows
    raise ValueError("more households are needed")


def plant(rows: list[Row], faults: int) -> list[tuple[int, str]]:
    """Spoil so many cells of different rows; (row in the file, column) of each."""
    planted: list[tuple[int, str]] = []
    nik, card, role = (HEADER.index(name) for name in ("NIK", "No. KK", "SHDK"))
    step = (len(rows) - 60) // faults
    for number in range(faults):
        place = 30 + number * step
        kinds = len(SPOILS) + 2
        if number % kinds == len(SPOILS):  # the same NIK in two rows
            place = next(n for n in range(place, place + 30) if rows[n][nik].isdecimal())
            rows[place][nik] = next(row[nik] for row in rows[place - 25 : place] if row[nik].isdecimal())
            planted.append((place + 2, "NIK"))
        elif number % kinds == len(SPOILS) + 1:  # a second head on one card
            place = next(n for n in range(place, place + 30) if rows[n][card] == rows[n - 1][card])
            rows[place][role] = "Kepala Keluarga"
            planted.append((place + 2, "SHDK"))
        else:
            column, spoil = SPOILS[number % kinds]
            wanted = column in {"NIK", "Kode Desa", "Desa"}
            cell = HEADER.index(column)
            place = next(
                n for n in range(place, place + 30)
                if rows[n][role] != "Kepala Keluarga"
                and (not wanted or (rows[n][cell] and rows[n][cell][0] != "b"))
            )  # fmt: skip
            spoil(rows[place])
            planted.append((place + 2, column))
    return planted


def main() -> int:
    """Write the three files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--faults", type=int, default=200)
    parser.add_argument("--seed", default="import")
    parser.add_argument("--into", type=Path, default=Path("lists"))
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    rows = people(options.count, options.seed)
    planted = plant(rows, options.faults)
    with (options.into / "people.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([HEADER, *rows])
    with xlsxwriter.Workbook(str(options.into / "people.xlsx"), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Warga")
        for number, row in enumerate([HEADER, *rows]):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell)
    (options.into / "planted.json").write_text(json.dumps(sorted(planted)), encoding="utf-8")
    sys.stdout.write(f"{len(rows)} rows, {len(planted)} faults in {options.into}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
