"""Names and values, one pair a line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """A value in words, or a component (``part``: any props); empty values say so."""

    label: str
    value: str = ""
    note: str = ""
    url: str = ""
    part: object | None = None


@dataclass(frozen=True)
class Facts:
    items: tuple[Fact, ...]
    stacked: bool = False
    keep_lines: bool = False
