"""Everything that can be done with a record: a sheet of doors on a desk, one line to open on a phone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Door:
    """One act with its page."""

    label: str
    url: str
    icon: str


@dataclass(frozen=True)
class ActMenu:
    label: str
    doors: tuple[Door, ...]
