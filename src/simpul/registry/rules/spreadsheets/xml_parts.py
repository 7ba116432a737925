"""The parts of a workbook, streamed with a parser that knows no entities and no document types."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable
from xml.parsers import expat

from simpul.kernel.text import N_, Text
from simpul.registry.rules.spreadsheets.guard import LARGEST_RATIO, UnsafeFile

PIECE = 64 * 1024
MOST_STRINGS = 1_500_000
LARGEST_PART = 300 * 1024 * 1024
_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Words = Callable[[str], None]


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _harmful(*_args: object) -> None:
    raise UnsafeFile(Text(N_("The workbook holds a document type or entities. It is not opened.")))


def stream(
    archive: zipfile.ZipFile, part: str, start: Start, end: End | None = None, words: Words | None = None
) -> None:
    """Read one part piece by piece. The declared size is not believed: what comes out is counted."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _harmful
    parser.EntityDeclHandler = _harmful
    parser.StartElementHandler = lambda name, attributes: start(_local(name), attributes)
    parser.EndElementHandler = (lambda name: end(_local(name))) if end else None
    parser.CharacterDataHandler = words
    parser.buffer_text = True
    try:
        info = archive.getinfo(part)
        read = 0
        with archive.open(info) as piece_file:
            while piece := piece_file.read(PIECE):
                read += len(piece)
                if read > LARGEST_PART or read > LARGEST_RATIO * max(info.compress_size, 20_000):
                    words_ = N_("The workbook unpacks to far more than it should. It is not opened.")
                    raise UnsafeFile(Text(words_))
                parser.Parse(piece, False)
            parser.Parse(b"", True)
    except (
        expat.ExpatError,
        KeyError,
        zipfile.BadZipFile,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        zlib.error,
    ) as fault:
        raise UnsafeFile(
            Text(N_("The file is damaged, or is no workbook. Save it anew as .xlsx."))
        ) from fault


def sheet_parts(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """The names of the visible sheets and where they lie."""
    targets: dict[str, str] = {}
    sheets: list[tuple[str, str]] = []

    def relation(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet" and attributes.get("state", "visible") == "visible":
            link = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            sheets.append((attributes.get("name", "")[:60], link))

    stream(archive, "xl/_rels/workbook.xml.rels", relation)
    stream(archive, "xl/workbook.xml", sheet)
    names = set(archive.namelist())
    found = []
    for title, link in sheets:
        target = targets.get(link, "").lstrip("/")
        part = target if target.startswith("xl/") else f"xl/{target}"
        if part in names:
            found.append((title, part))
    return found


def shared_strings(archive: zipfile.ZipFile, longest: int) -> list[str]:
    """The texts that cells point to; each is cut at ``longest``."""
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    strings: list[str] = []
    pieces: list[str] = []
    reading = [False, False]  # within <t>, within a phonetic hint <rPh>

    def start(name: str, _attributes: dict[str, str]) -> None:
        if name == "si":
            pieces.clear()
        reading[0] = name == "t"
        reading[1] = reading[1] or name == "rPh"

    def end(name: str) -> None:
        if name == "si":
            strings.append("".join(pieces)[:longest])
            if len(strings) > MOST_STRINGS:
                raise UnsafeFile(Text(N_("The workbook holds too many texts. Split it into several.")))
        elif name == "t":
            reading[0] = False
        elif name == "rPh":
            reading[1] = False

    def words(text: str) -> None:
        if reading[0] and not reading[1]:
            pieces.append(text)

    stream(archive, "xl/sharedStrings.xml", start, end, words)
    return strings


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else 0


def date_styles(archive: zipfile.ZipFile) -> set[int]:
    """Which cell styles show a number as a date."""
    if "xl/styles.xml" not in archive.namelist():
        return set()
    custom: set[int] = set()
    styles: set[int] = set()
    state = {"within": False, "count": 0}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            code = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", attributes.get("formatCode", "").lower())
            if re.search(r"[dy]", code) and "general" not in code:
                custom.add(_whole(attributes.get("numFmtId", "")))
        elif name == "cellXfs":
            state["within"] = True
        elif name == "xf" and state["within"]:
            number = _whole(attributes.get("numFmtId", ""))
            if number in _DATES or number in custom:
                styles.add(int(state["count"]))
            state["count"] += 1

    def end(name: str) -> None:
        if name == "cellXfs":
            state["within"] = False

    stream(archive, "xl/styles.xml", start, end)
    return styles
