"""Refusing files that are built to do harm, before anything in them is parsed."""

from __future__ import annotations

import zipfile
from enum import StrEnum
from pathlib import PurePosixPath
from typing import BinaryIO

from simpul.kernel.text import N_, Text

LARGEST_FILE = 25 * 1024 * 1024
LARGEST_UNPACKED = 300 * 1024 * 1024
LARGEST_RATIO = 100
MOST_MEMBERS = 500


class Kind(StrEnum):
    """What the bytes are, whatever the name says."""

    XLSX = "xlsx"
    CSV = "csv"


class UnsafeFile(ValueError):
    """The file is not read; ``text`` says why and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


_OTHERS = (
    (
        b"\xd0\xcf\x11\xe0",
        N_("This is an old Excel file or one with a password. Save it as .xlsx without password."),
    ),
    (b"%PDF", N_("This is a PDF. Ask for the table itself, as .xlsx or .csv.")),
    (b"<", N_("This is a web page or XML, not a table. Open it in a spreadsheet and save it as .xlsx.")),
    (b"{\\rtf", N_("This is a text document. Save the table as .xlsx or .csv.")),
    (b"\x1f\x8b", N_("This file is packed. Unpack it first.")),
    (b"Rar!", N_("This file is packed. Unpack it first.")),
    (b"7z\xbc\xaf", N_("This file is packed. Unpack it first.")),
    (b"\x89PNG", N_("This is a picture. Ask for the table itself, as .xlsx or .csv.")),
    (b"\xff\xd8\xff", N_("This is a picture. Ask for the table itself, as .xlsx or .csv.")),
)


def guarded_kind(file: BinaryIO, name: str) -> Kind:
    """Say what the file is, or refuse it. Leaves the file at its beginning."""
    file.seek(0, 2)
    size = file.tell()
    file.seek(0)
    if size == 0:
        raise UnsafeFile(Text(N_("The file is empty.")))
    if size > LARGEST_FILE:
        raise UnsafeFile(Text(N_("The file is larger than 25 MB. Split it into several.")))
    head = file.read(4096)
    file.seek(0)
    suffix = PurePosixPath(name.lower()).suffix
    if suffix in {".xlsm", ".xlsb", ".xltm", ".xlam"}:
        raise UnsafeFile(Text(N_("Files with macros are not taken. Save it as .xlsx.")))
    if head.startswith(b"PK"):
        if suffix and suffix != ".xlsx":
            raise UnsafeFile(
                Text(N_("The content does not fit the file's name. Save it anew as .xlsx or .csv."))
            )
        _guard_workbook(file)
        return Kind.XLSX
    for mark, words in _OTHERS:
        if head.lstrip().startswith(mark):
            raise UnsafeFile(Text(words))
    if suffix == ".xlsx":
        raise UnsafeFile(Text(N_("The content does not fit the file's name. Save it anew as .xlsx or .csv.")))
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        raise UnsafeFile(Text(N_("This is no table of text. Save it as .xlsx or .csv.")))
    return Kind.CSV


def _guard_workbook(file: BinaryIO) -> None:
    broken = UnsafeFile(Text(N_("The file is damaged, or is no workbook. Save it anew as .xlsx.")))
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise broken from None
    finally:
        file.seek(0)
    names = {member.filename for member in members}
    if "xl/workbook.xml" not in names or "[Content_Types].xml" not in names:
        raise broken
    if len(members) > MOST_MEMBERS or len(names) != len(members):
        raise UnsafeFile(Text(N_("The workbook has too many parts. Copy the table into a new workbook.")))
    if any("vbaproject" in name.lower() or name.lower().endswith(".bin") for name in names):
        macros = [name for name in names if "vbaproject" in name.lower()]
        if macros:
            raise UnsafeFile(Text(N_("Files with macros are not taken. Save it as .xlsx.")))
    if any(
        name.startswith(("/", "\\")) or ".." in PurePosixPath(name).parts or "\\" in name for name in names
    ):
        raise broken
    total = 0
    for member in members:
        if member.flag_bits & 0x1:
            raise UnsafeFile(Text(N_("The workbook has a password. Save it without.")))
        total += member.file_size
        packed_hard = member.file_size > 1024 * 1024 and member.file_size > LARGEST_RATIO * max(
            1, member.compress_size
        )
        if total > LARGEST_UNPACKED or packed_hard:
            raise UnsafeFile(Text(N_("The workbook unpacks to far more than it should. It is not opened.")))
