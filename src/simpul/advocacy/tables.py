"""A published table of persons with the names of its lines; as it is frozen in a finding and read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from simpul.advocacy.counting import Words
from simpul.advocacy.rules.suppression import Published


@dataclass(frozen=True)
class Line:
    """A row or column: one line with its key, or several ``together`` that are too small to stand alone."""

    names: tuple[Words, ...]
    key: str = ""
    together: bool = False


@dataclass(frozen=True)
class PersonTable:
    """Numbers of persons; None is hidden. Without ``row_totals`` the columns do not add up to persons."""

    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    cells: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int, ...]
    column_totals: tuple[int, ...]
    total: int | None

    @property
    def hides(self) -> bool:
        """Whether anything in it is not shown by itself."""
        lines = (*self.rows, *self.columns)
        return any(line.together for line in lines) or any(None in row for row in self.cells)


def named(
    told: Published,
    rows: Sequence[tuple[str, Words]],
    columns: Sequence[tuple[str, Words]],
    *,
    quiet: bool = False,
) -> PersonTable:
    """The published numbers under the names of their lines; ``quiet``: columns together are not named."""

    def line(members: tuple[int, ...], names: Sequence[tuple[str, Words]], quiet: bool = False) -> Line:
        together = len(members) > 1
        return Line(
            () if together and quiet else tuple(names[n][1] for n in members),
            "" if together else names[members[0]][0],
            together,
        )

    return PersonTable(
        tuple(line(row, rows) for row in told.rows), tuple(line(one, columns, quiet) for one in told.columns),
        told.cells, told.row_totals, told.column_totals, told.total,
    )  # fmt: skip


def frozen(table: PersonTable) -> dict[str, Any]:
    """The table as plain data: nothing but what was shown."""

    def line(one: Line) -> dict[str, Any]:
        names = [[name.id, name.en] for name in one.names]
        return {"key": one.key, "names": names, "together": one.together}

    return {
        "rows": [line(one) for one in table.rows], "columns": [line(one) for one in table.columns],
        "cells": [list(row) for row in table.cells], "row_totals": list(table.row_totals),
        "column_totals": list(table.column_totals), "total": table.total,
    }  # fmt: skip


def thawed(kept: dict[str, Any]) -> PersonTable:
    """The table that was frozen."""

    def line(one: dict[str, Any]) -> Line:
        return Line(tuple(Words(*pair) for pair in one["names"]), one["key"], one["together"])

    return PersonTable(
        tuple(map(line, kept["rows"])), tuple(map(line, kept["columns"])),
        tuple(tuple(row) for row in kept["cells"]), tuple(kept["row_totals"]),
        tuple(kept["column_totals"]), kept["total"],
    )  # fmt: skip
