"""Rows and columns that become cards on a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simpul.web.ui.components.pagination.props import Pagination


@dataclass(frozen=True)
class Column:
    """``main`` heads the card on a phone; ``end`` puts numbers to the right."""

    label: str
    main: bool = False
    end: bool = False
    hide_label: bool = False


@dataclass(frozen=True)
class Cell:
    """Words, with a link, a second line or a component (``part``: any props)."""

    text: str = ""
    url: str = ""
    note: str = ""
    part: object | None = None
    tone: Literal["", "good", "warn", "bad"] = ""


@dataclass(frozen=True)
class DataTable:
    """``caption`` is read by screen readers; ``rows`` have one cell a column."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    pages: Pagination | None = None
    empty: object | None = None
    show_caption: bool = False

    @property
    def lines(self) -> tuple[tuple[tuple[Column, Cell], ...], ...]:
        return tuple(tuple(zip(self.columns, row, strict=True)) for row in self.rows)
