"""Workbooks in: from an XLSForm file (or our readable CSV sources) to what pyxform makes of it."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from simpul.instruments.errors import FormFault
from simpul.instruments.rules import limits
from simpul.instruments.rules.compiler_words import said, sheet_of
from simpul.instruments.rules.guard import refuse_harm
from simpul.kernel.text import N_, Text

SHEETS = ("survey", "choices", "settings")
_PYXFORM_ROW = re.compile(r"\[row\s*:\s*(\d+)\]\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Compiled:
    """One workbook, compiled: ``source`` is what ``Form.read`` takes, ``xform`` what phones take."""

    source: Mapping[str, Any]
    xform: str
    sha256: str
    warnings: tuple[str, ...]

    @property
    def code(self) -> str:
        return str(self.source["form"].get("id_string") or "")

    @property
    def version(self) -> str:
        return str(self.source["form"].get("version") or "")


def starter_names() -> tuple[str, ...]:
    """The forms that come with the house."""
    return tuple(
        sorted(folder.name for folder in _starters().iterdir() if folder.joinpath("survey.csv").is_file())
    )


def _starters() -> Traversable:
    return files("simpul.instruments").joinpath("starters")


def pack_starter(name: str) -> bytes:
    """The .xlsx of a starter, the same bytes for the same sources."""
    folder = _starters().joinpath(name)
    return pack({sheet: folder.joinpath(f"{sheet}.csv").read_text(encoding="utf-8") for sheet in SHEETS})


def pack(sheets: Mapping[str, str]) -> bytes:
    """CSV texts by sheet name → one .xlsx. Every cell is text, so no formula can hide in it."""
    import xlsxwriter

    packed = io.BytesIO()
    book = xlsxwriter.Workbook(
        packed, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"created": datetime(2026, 1, 1)})  # the same sources give the same bytes
    heading = book.add_format({"bold": True, "text_wrap": True})
    for name, text in sheets.items():
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 2)
        for number, row in enumerate(csv.reader(io.StringIO(text))):
            for column, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, column, cell, heading if number == 0 else None)
    book.close()
    return packed.getvalue()


def compile_workbook(content: bytes) -> Compiled:
    """Read an .xlsx with pyxform. Raises ``FormFault`` that says which row and what to do."""
    refuse_harm(content)
    sheets = _sheets(content)
    survey = sheets.get("survey")
    if survey is None:
        raise FormFault(
            Text(N_("The workbook has no sheet called survey. Name the sheet with the questions survey."))
        )
    if len(survey) > limits.MOST_ELEMENTS + 1:
        raise FormFault(
            Text(
                N_("The form is too large: at most %(limit)s rows, names of at most 100 letters."),
                {"limit": limits.MOST_ELEMENTS},
            )
        )
    form, xform, warnings = _pyxform(content)
    return Compiled(
        source={
            "form": form,
            "rows": dict(_rows(survey)),
            "titles": _titles(sheets.get("settings") or [], form),
        },
        xform=xform,
        sha256=hashlib.sha256(content).hexdigest(),
        warnings=warnings,
    )


def _sheets(content: bytes) -> dict[str, list[list[str]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return {
            name.strip().lower(): [
                [str(cell) for cell in row]
                for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            ]
            for name in book.sheet_names
            if name.strip().lower() in SHEETS
        }
    except CalamineError as fault:
        raise FormFault(
            Text(N_("This is not an .xlsx workbook. Save the form as Excel workbook (.xlsx)."))
        ) from fault


def _pyxform(content: bytes) -> tuple[dict[str, Any], str, tuple[str, ...]]:
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert

    try:
        result = convert(io.BytesIO(content), file_type=".xlsx")
    except PyXFormError as fault:
        message = str(fault)
        found = _PYXFORM_ROW.search(message)
        raise FormFault(
            said(_PYXFORM_ROW.sub("", message).strip()),
            sheet=sheet_of(message),
            row=int(found.group(1)) if found else None,
        ) from fault
    except Exception as fault:  # what reads spreadsheets falls over strange ones in many ways
        raise FormFault(
            Text(N_("This is not an .xlsx workbook. Save the form as Excel workbook (.xlsx)."))
        ) from fault
    return dict(result._pyxform or {}), result.xform, tuple(result.warnings)


def _rows(survey: list[list[str]]) -> Iterator[tuple[str, int]]:
    """On which row of the sheet each element stands, by its path through groups."""
    if not survey:
        return
    headings = [cell.strip().lower() for cell in survey[0]]
    if "type" not in headings or "name" not in headings:
        return
    type_at, name_at = headings.index("type"), headings.index("name")
    trail: list[str] = []
    for number, row in enumerate(survey[1:], start=2):
        kind = re.sub(r"[\s_]+", " ", row[type_at].strip().lower()) if type_at < len(row) else ""
        name = row[name_at].strip() if name_at < len(row) else ""
        if kind in {"end group", "end repeat"}:
            trail = trail[:-1]
            continue
        if kind and name:
            yield "/".join([*trail, name]), number
        if kind in {"begin group", "begin repeat"}:
            trail.append(name)


def _titles(settings: list[list[str]], form: Mapping[str, Any]) -> dict[str, str]:
    """``form_title`` in the default language, and ``simpul::title::English (en)`` and its like."""
    titles = {str(form.get("default_language") or "default"): str(form.get("title") or "")}
    if len(settings) > 1:
        for heading, cell in zip(settings[0], settings[1], strict=False):
            if heading.startswith("simpul::title::") and cell:
                titles[heading.removeprefix("simpul::title::")] = cell
    return titles
