"""Reads the shipped CSV files; a bad cell is named by file and row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.db import models

from simpul.reference.models.dated import DatedEntry
from simpul.reference.rules.regions import TitleRule

DATA = Path(__file__).resolve().parents[4] / "reference"
BLOCK_END = 99


class BrokenTable(ValueError):
    """A shipped file holds a cell that cannot be read; the release is at fault, not the user."""


@dataclass(frozen=True)
class Topic:
    """One file and the records it becomes; ``keys`` tell entries apart."""

    name: str
    model: type[DatedEntry]
    keys: tuple[str, ...]

    @property
    def path(self) -> Path:
        return DATA / f"{self.name}.csv"


def rows_of(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Every row of a CSV file with its row number."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        for row in reader:
            if None in row or None in row.values():
                raise BrokenTable(f"{path.name} row {reader.line_num}: wrong number of cells")
            yield reader.line_num, row


def entries_of(topic: Topic) -> Iterator[dict[str, Any]]:
    """The rows of a topic as facts for its model."""
    for position, (number, row) in enumerate(rows_of(topic.path), start=1):
        facts: dict[str, Any] = {"position": position} if _has(topic.model, "position") else {}
        for name, cell in row.items():
            try:
                facts[name] = _value(topic.model._meta.get_field(name), cell.strip())
            except Exception as error:
                raise BrokenTable(f"{topic.path.name} row {number}, {name}: {error}") from error
        yield facts


def _has(model: type[models.Model], name: str) -> bool:
    return any(field.name == name for field in model._meta.get_fields())


def _value(field: Any, cell: str) -> object:
    """A cell as the field wants it; the field's own checks apply."""
    if isinstance(field, models.BooleanField):
        if cell not in {"", "x"}:
            raise ValueError("write x or nothing")
        return cell == "x"
    if not cell and field.null:
        return None
    if isinstance(field, models.DateField):
        return date.fromisoformat(cell)
    value: object = field.clean(cell, None) if cell or not field.blank else ""
    return value


@cache
def title_rules() -> tuple[TitleRule, ...]:
    """How regions are called in each part of the country (``region-titles.csv``)."""
    rules = []
    for _number, row in rows_of(DATA / "region-titles.csv"):
        low, _dash, high = row["block"].partition("-")
        start = int(low or 0)
        end = int(high) if high else start if low else BLOCK_END
        rules.append(TitleRule(row["prefix"], row["level"], start, end, row["title"], row["short"]))
    return tuple(rules)
