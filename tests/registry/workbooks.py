"""Workbooks and tables for import tests, well made and ill meant."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Sequence

import xlsxwriter

HEADER = ("No", "NIK", "No. KK", "Nama Lengkap", "L/P", "Tgl Lahir", "SHDK", "Alamat", "RT", "RW", "No HP")
FIRST_NAMES = "Sulastri Slamet Wagiyem Sutrisno Kartini Bambang Dewi Ketut Asep Nurhayati Yohanes Maria"
LAST_NAMES = (
    "Handayani Riyadi Lestari Prasetyo Wibowo Situmorang Mahendra Rahayu Gunawan Kusuma Halim Saragih"
)
_FIRST, _LAST = FIRST_NAMES.split(), LAST_NAMES.split()


def people(count: int, seed: int = 7) -> list[list[str]]:
    """Rows without any fault: families of four with distinct numbers."""
    chance = random.Random(seed)
    rows = []
    for number in range(count):
        female = number % 2 == 1
        day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1940, 2020)
        nik = f"990101{day + 40 * female:02}{month:02}{year % 100:02}{9000 + number % 1000:04}"
        nik = f"99{number // 1000:02}{nik[4:]}" if number >= 1000 else nik
        name = f"{chance.choice(_FIRST)} {chance.choice(_LAST)} {_letters(number)}"
        rows.append(
            [
                str(number + 1),
                nik,
                f"9901010105{number // 4 % 100:02}{number // 4:04}" if number // 4 % 28 else "",
                name,
                "P" if female else "L",
                f"{day:02}-{month:02}-{year}",
                ("Kepala Keluarga", "Istri", "Anak", "Anak")[number % 4],
                f"Jalan Melati {number}",
                f"{number % 20 + 1}",
                "3",
                f"0812{number:08}",
            ]
        )
    return [_dated_card(row) for row in rows]


def _dated_card(row: list[str]) -> list[str]:
    if row[2]:
        row[2] = f"990101010512{int(row[0]) // 1 and (int(row[0]) - 1) // 4 + 1:04}"
    return row


def _letters(number: int) -> str:
    text = ""
    for _ in range(4):
        number, rest = divmod(number, 26)
        text += chr(97 + rest)
    return text.capitalize()


def workbook(rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER) -> io.BytesIO:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Warga")
        for number, row in enumerate([header, *rows]):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell)
    buffer.seek(0)
    return buffer


def table(rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER, delimiter: str = ";") -> io.BytesIO:
    return io.BytesIO("\n".join(delimiter.join(row) for row in [header, *rows]).encode())


CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="x" Target="worksheets/sheet1.xml"/></Relationships>'
)
BOOK = (
    '<?xml version="1.0"?><workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'
)


def by_hand(sheet: str, **more: str | bytes) -> io.BytesIO:
    """A workbook whose sheet is written as given; ``more`` are further members (``__`` for ``/``)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        for name, content in more.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    buffer.seek(0)
    return buffer


def inline(*rows: Sequence[str]) -> str:
    """A sheet with inline strings."""
    body = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>"
        for row in rows
    )
    return f'<?xml version="1.0"?><worksheet><sheetData>{body}</sheetData></worksheet>'
