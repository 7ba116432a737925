"""Tables that are taken away as CSV and opened in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence


def calm(cell: str) -> str:
    """A cell that a spreadsheet will not take for a formula.

    >>> calm("=1+1"), calm("@SUM(A1)"), calm("Sulastri"), calm("\\tx")
    ("'=1+1", "'@SUM(A1)", 'Sulastri', "'\\tx")
    """
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell


def as_csv(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    """The table with its mark of UTF-8 and semicolons, as spreadsheets of this country read it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([calm(cell) for cell in line] for line in lines)
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()
