"""Files that are built to do harm are refused quickly, with a sentence, and cost little memory."""

from __future__ import annotations

import io
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simpul.registry.rules.spreadsheets import UnsafeFile, guarded_kind, read_table
from tests.registry.workbooks import by_hand, inline, people, table, workbook

GOOD = inline(("Nama", "NIK"), ("Sulastri", "1"))
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&c;</t></is>'
    "</c>"
    "</row></sheetData></worksheet>"
)
XXE = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row>'
    '<c t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>'
)
CELL = '<worksheet><sheetData><row r="%s"><c r="%s" t="inlineStr"><v>x</v></c></row></sheetData></worksheet>'
FAR = CELL % ("1048576", "XFD1048576")
WIDE = CELL % ("1", "XFD1")


def lying_size() -> io.BytesIO:
    """A member whose header claims to be small while it unpacks to much."""
    data = bytearray(by_hand("<worksheet>" + " " * 60_000_000 + "</worksheet>").getvalue())
    size = (60_000_000 + len("<worksheet></worksheet>")).to_bytes(4, "little")
    return io.BytesIO(bytes(data).replace(size, (2000).to_bytes(4, "little")))


ATTACKS = {
    "zip bomb": lambda: (by_hand("<worksheet>" + " " * 200_000_000 + "</worksheet>"), "a.xlsx"),
    "lying size": lambda: (lying_size(), "a.xlsx"),
    "billion laughs": lambda: (by_hand(LAUGHS), "a.xlsx"),
    "foreign entity": lambda: (by_hand(XXE), "a.xlsx"),
    "entity in shared strings": lambda: (by_hand(GOOD, xl__sharedStrings_dot_xml=LAUGHS), "a.xlsx"),
    "far cell": lambda: (by_hand(FAR), "a.xlsx"),
    "wide cell": lambda: (by_hand(WIDE), "a.xlsx"),
    "macros": lambda: (by_hand(GOOD, xl__vbaProject_dot_bin=b"x"), "a.xlsx"),
    "macro name": lambda: (by_hand(GOOD), "a.xlsm"),
    "5,000 members": lambda: (by_hand(GOOD, **{f"xl__m{n}": "" for n in range(5000)}), "a.xlsx"),
    "traversal": lambda: (by_hand(GOOD, **{"..__..__etc__passwd": "x"}), "a.xlsx"),
    "plain zip": lambda: (io.BytesIO(b"PK\x05\x06" + b"\0" * 18), "a.xlsx"),
    "cut zip": lambda: (io.BytesIO(workbook(people(4)).getvalue()[:900]), "a.xlsx"),
    "workbook named csv": lambda: (by_hand(GOOD), "a.csv"),
    "csv named workbook": lambda: (table(people(4)), "a.xlsx"),
    "old excel": lambda: (io.BytesIO(b"\xd0\xcf\x11\xe0" + b"\0" * 600), "a.xls"),
    "pdf": lambda: (io.BytesIO(b"%PDF-1.7 ..."), "a.csv"),
    "html": lambda: (io.BytesIO(b"  <html><script>alert(1)</script>"), "a.csv"),
    "svg": lambda: (io.BytesIO(b'<svg xmlns="http://www.w3.org/2000/svg"/>'), "a.csv"),
    "picture": lambda: (io.BytesIO(b"\x89PNG\r\n\x1a\n"), "a.csv"),
    "machine code": lambda: (io.BytesIO(b"\x7fELF\x00\x01\x02"), "a.csv"),
    "empty": lambda: (io.BytesIO(b""), "a.csv"),
    "100,002 rows": lambda: (io.BytesIO(b"Nama\n" + b"x\n" * 100_002), "a.csv"),
    "1,000 columns": lambda: (io.BytesIO(b"a," * 1000 + b"\n1,2"), "a.csv"),
    "endless cell": lambda: (io.BytesIO(b'Nama\n"' + b"x" * 200_000), "a.csv"),
    "broken xml": lambda: (by_hand("<worksheet><sheetData><row>"), "a.xlsx"),
    "no sheet": lambda: (_without_sheet(), "a.xlsx"),
}


def _without_sheet() -> io.BytesIO:
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/_rels/workbook.xml.rels", "<Relationships/>")
    buffer.seek(0)
    return buffer


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_is_refused_with_a_sentence_in_time_and_memory(attack: str) -> None:
    file, name = ATTACKS[attack]()
    tracemalloc.start()
    begun = time.process_time()  # own work only; tracing memory makes it several times slower
    with pytest.raises(UnsafeFile) as refused:
        read_table(file, guarded_kind(file, name))
    spent = time.process_time() - begun
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert str(refused.value.text)
    assert spent < 20
    assert peak < 120_000_000


def test_planted_guard_that_lets_everything_pass_is_caught() -> None:
    """Without the guard the plain reader takes the disguised file."""
    from simpul.registry.rules.spreadsheets import Kind

    file = by_hand(GOOD)
    assert read_table(file, Kind.XLSX)[1][1].cells == ("Sulastri", "1")
    with pytest.raises(UnsafeFile):
        guarded_kind(file, "a.csv")


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_of_any_kind_is_read(delimiter: str) -> None:
    file = table(people(5), delimiter=delimiter)
    _sheet, rows = read_table(file, guarded_kind(file, "a.csv"))
    assert len(rows) == 6
    assert rows[1].cells[3].startswith(people(5)[0][3][:5])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_csv_in_any_encoding_is_read(encoding: str) -> None:
    file = io.BytesIO("Nama;Ibu\nJosé;Ñ\n".encode(encoding))
    assert read_table(file, guarded_kind(file, "a.csv"))[1][1].cells == ("José", "Ñ")


def test_workbook_rows_keep_their_numbers_and_dates() -> None:
    file = workbook([["1", "", "", "Sulastri"], [], ["2", "", "", "Slamet"]])
    sheet, rows = read_table(file, guarded_kind(file, "a.xlsx"))
    assert (sheet, [row.number for row in rows]) == ("Warga", [1, 2, 4])


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.xlsx", "a.csv", "a", ""]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    file = io.BytesIO(data)
    try:
        read_table(file, guarded_kind(file, name))
    except UnsafeFile as refused:
        assert str(refused.text)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 6000), st.integers(0, 255))
def test_a_damaged_workbook_is_read_or_refused(place: int, byte: int) -> None:
    data = bytearray(_SMALL)
    data[place % len(data)] = byte
    file = io.BytesIO(bytes(data))
    try:
        read_table(file, guarded_kind(file, "a.xlsx"))
    except UnsafeFile as refused:
        assert str(refused.text)


_SMALL = workbook(people(4)).getvalue()
