"""Rows and columns that become cards on a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simpul.web.ui.components.pagination.props import Pagination


@dataclass(frozen=True)
class Column:
    """``main`` heads the card on a phone; ``end`` puts numbers to the right.

    On a phone ``corner`` stands beside the head of the card, and ``plain`` stands in one line with its
    neighbours, without its label: for values that speak for themselves.
    """

    label: str
    main: bool = False
    end: bool = False
    hide_label: bool = False
    corner: bool = False
    plain: bool = False

    @property
    def css(self) -> str:
        """The classes of its cells."""
        marks = {"is-end number": self.end, "is-corner": self.corner, "is-plain": self.plain}
        return " ".join(name for name, holds in marks.items() if holds)

    @property
    def labelled(self) -> bool:
        """Whether its cells repeat the label on a phone."""
        return not (self.hide_label or self.corner or self.plain)


@dataclass(frozen=True)
class Cell:
    """Words, with a link, a second line or a component (``part``: any props).

    In the main column ``depth`` draws the row below another one, which ``below`` names for who cannot see.
    """

    text: str = ""
    url: str = ""
    note: str = ""
    part: object | None = None
    tone: Literal["", "good", "warn", "bad"] = ""
    depth: int = 0
    below: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing to say: on a phone its label is not shown either."""
        return not (self.text or self.note or self.part)

    @property
    def css(self) -> str:
        """How far its row stands in; deeper than four steps nothing is told apart any more."""
        return f" is-below is-depth-{min(self.depth, 4)}" if self.depth else ""


@dataclass(frozen=True)
class DataTable:
    """``caption`` is read by screen readers; ``rows`` have one cell a column."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    pages: Pagination | None = None
    empty: object | None = None
    show_caption: bool = False
