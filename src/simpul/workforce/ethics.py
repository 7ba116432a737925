"""The code of ethics in force: its points and their version, from reference/code-of-ethics.csv.

Read from the file and not from the loaded table, so that the door works before the first load.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path

from simpul.kernel.clock import today

SOURCE = Path(__file__).resolve().parents[3] / "reference" / "code-of-ethics.csv"


@dataclass(frozen=True)
class Point:
    """One promise, in both languages. ``kind``: value, principle or duty."""

    kind: str
    title_id: str
    title_en: str
    text_id: str
    text_en: str

    def title(self, language: str | None) -> str:
        return self.title_en if language == "en" else self.title_id

    def text(self, language: str | None) -> str:
        return self.text_en if language == "en" else self.text_id


@dataclass(frozen=True)
class Code:
    """One version of the code of ethics."""

    version: str
    valid_from: date
    checksum: str
    points: tuple[Point, ...]


@cache
def codes(source: Path = SOURCE) -> tuple[Code, ...]:
    """All versions, oldest first."""
    with source.open(encoding="utf-8", newline="") as file:
        rows = sorted(
            csv.DictReader(file), key=lambda row: (row["valid_from"], row["version"], int(row["number"]))
        )
    found = []
    for (first, version), group in groupby(rows, key=lambda row: (row["valid_from"], row["version"])):
        points = tuple(
            Point(row["kind"], row["title_id"], row["title_en"], row["body_id"], row["body_en"])
            for row in group
        )
        checksum = hashlib.sha256(repr(points).encode()).hexdigest()
        found.append(Code(version, date.fromisoformat(first), checksum, points))
    return tuple(found)


def _version(row: dict[str, str]) -> tuple[str, str]:
    return row["valid_from"], row["version"]


def current_code() -> Code:
    """The version in force today."""
    day = today()
    return [code for code in codes() if code.valid_from <= day][-1]
