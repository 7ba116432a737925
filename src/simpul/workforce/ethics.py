"""The code of ethics in force: its points and their version, from reference/workforce/ethics.yaml."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from simpul.kernel.clock import today

SOURCE = Path(__file__).resolve().parents[3] / "reference" / "workforce" / "ethics.yaml"


@dataclass(frozen=True)
class Point:
    """One promise, in both languages."""

    id: str
    title_id: str
    title_en: str
    text_id: str
    text_en: str

    def title(self, language: str) -> str:
        return self.title_en if language == "en" else self.title_id

    def text(self, language: str) -> str:
        return self.text_en if language == "en" else self.text_id


@dataclass(frozen=True)
class Code:
    """One version of the code of ethics."""

    version: str
    valid_from: date
    source: str
    checksum: str
    points: tuple[Point, ...]


@cache
def codes(source: Path = SOURCE) -> tuple[Code, ...]:
    """All versions, oldest first."""
    table = yaml.safe_load(source.read_text(encoding="utf-8"))
    return tuple(
        Code(
            version=str(entry["version"]),
            valid_from=entry["valid_from"],
            source=str(entry["source"]),
            checksum=hashlib.sha256(repr(entry["points"]).encode()).hexdigest(),
            points=tuple(Point(**point) for point in entry["points"]),
        )
        for entry in sorted(table["codes"], key=lambda entry: entry["valid_from"])
    )


def current_code() -> Code:
    """The version in force today."""
    day = today()
    return [code for code in codes() if code.valid_from <= day][-1]
