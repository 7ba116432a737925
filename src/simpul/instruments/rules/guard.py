"""Refusing workbooks that are built to do harm, before anything in them is parsed."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

from simpul.instruments.errors import FormFault
from simpul.instruments.rules import limits
from simpul.kernel.text import N_, Text

_NO_WORKBOOK = N_("This is not an .xlsx workbook. Save the form as Excel workbook (.xlsx).")
_ENTITIES = tuple(
    mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)


def refuse_harm(content: bytes) -> None:
    """A workbook is a zip: look at its table of contents before unpacking anything."""
    if len(content) > limits.LARGEST_FILE:
        raise FormFault(
            Text(
                N_("The file is larger than %(limit)s MB. Remove pictures and unused sheets."),
                {"limit": limits.LARGEST_FILE // 1_000_000},
            )
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _look_at(archive)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as fault:
        raise FormFault(Text(_NO_WORKBOOK)) from fault


def _look_at(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    names = [member.filename for member in members]
    strange = any(
        name.startswith(("/", "\\")) or "\\" in name or ".." in PurePosixPath(name).parts for name in names
    )
    if strange or not {"xl/workbook.xml", "[Content_Types].xml"} <= set(names):
        raise FormFault(Text(_NO_WORKBOOK))
    if any("vbaproject" in name.lower() for name in names):
        raise FormFault(Text(N_("Workbooks with macros are not taken. Save it as .xlsx.")))
    if any(member.flag_bits & 0x1 for member in members):
        raise FormFault(Text(N_("The workbook has a password. Save it without.")))
    packed_hard = any(
        member.file_size > limits.SUSPICIOUS
        and member.file_size > limits.LARGEST_RATIO * member.compress_size
        for member in members
    )
    too_many = len(members) > limits.MOST_MEMBERS or len(set(names)) != len(names)
    if too_many or packed_hard or sum(member.file_size for member in members) > limits.LARGEST_UNPACKED:
        raise FormFault(
            Text(N_("The workbook unpacks to more than is safe. Remove unused sheets and save it again."))
        )
    for member in members:
        if member.filename.lower().endswith((".xml", ".rels")) and _declares(archive, member):
            raise FormFault(Text(_NO_WORKBOOK))


def _declares(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """No spreadsheet program writes a document type; an attack by entities needs one."""
    with archive.open(member) as part:
        head = part.read(limits.PROLOGUE)
    return any(mark in head for mark in _ENTITIES)
