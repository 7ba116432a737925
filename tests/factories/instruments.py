"""Forms for tests, written as small tables.

form = make_form('''
type        | name | label | relevant
integer     | age  | Age   |
text        | why  | Why?  | ${age} < 18
''')
"""

from __future__ import annotations

import csv
import io
from typing import Any

from simpul.instruments.rules import Compiled, Form, compile_workbook
from simpul.instruments.rules.workbook import pack


def sheet(table: str) -> str:
    """A table with bars as CSV; a bar inside a cell is written ``¦``."""
    out = io.StringIO()
    lines = [line for line in table.strip().splitlines() if line.strip()]
    csv.writer(out).writerows([cell.strip().replace("¦", "|") for cell in line.split("|")] for line in lines)
    return out.getvalue()


def make_workbook(
    survey: str, choices: str = "", *, form_id: str = "uji", version: str = "1", **settings: str
) -> bytes:
    """An .xlsx with these sheets."""
    names = {"form_title": "Uji", "form_id": form_id, "version": version, **settings}
    return pack(
        {
            "survey": sheet(survey),
            "choices": sheet(choices or "list_name | name | label\nyn | yes | Ya\nyn | no | Tidak"),
            "settings": sheet(" | ".join(names) + "\n" + " | ".join(names.values())),
        }
    )


def compiled(survey: str, choices: str = "", **settings: Any) -> Compiled:
    return compile_workbook(make_workbook(survey, choices, **settings))


def make_form(survey: str, choices: str = "", **settings: Any) -> Form:
    """A form of this survey sheet, read and linked."""
    return Form.read(compiled(survey, choices, **settings).source)
