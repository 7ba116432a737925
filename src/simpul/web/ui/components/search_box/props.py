"""A search that is sent by POST, because what is looked for is often a name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """``part`` is any component shown at the end, a risk badge for instance."""

    title: str
    url: str
    note: str = ""
    why: str = ""
    icon: str = "user-round"
    part: object | None = None


@dataclass(frozen=True)
class SearchBox:
    """``results`` is None before the first search."""

    action: str
    label: str
    text: str = ""
    name: str = "q"
    hint: str = ""
    results: tuple[Result, ...] | None = None
    empty: object | None = None
    live_url: str = ""
    anchor: str = "search"
