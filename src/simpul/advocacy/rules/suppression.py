"""Publishes a table of persons so that nobody can be found in it, not even by adding and subtracting.

Three things happen, in this order (ADR 31 says why):

1. Lines (rows, columns) with fewer persons than the limit are put together, with the smallest others as far
   as needed, until each of those together might be the limit. All totals of lines are then known.
2. Inside, a cell of fewer persons than the limit is hidden. Nobody (0) is not somebody: it may be shown.
3. Further cells are hidden until for each small cell the totals allow the limit or more. How far a hidden
   cell can move while every published number stays true is a question of flow over the hidden cells.

>>> told = publish([[12, 3], [20, 15]], limit=10)
>>> told.cells, told.row_totals, told.column_totals
(((None, None), (None, None)), (15, 35), (32, 18))
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

Cells = list[list[int]]
Place = tuple[int, int]


@dataclass(frozen=True)
class Published:
    """What may be seen. A row or column names the lines it stands for: several when they stand together.

    ``cells`` holds None where a number is hidden; totals are always known.
    """

    rows: tuple[tuple[int, ...], ...]
    columns: tuple[tuple[int, ...], ...]
    cells: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int, ...]
    column_totals: tuple[int, ...]
    total: int

    def cell_of(self, row: int, column: int) -> int | None:
        """The number of one line in another where it is shown for these two alone; None otherwise."""
        if (row,) not in self.rows or (column,) not in self.columns:
            return None
        return self.cells[self.rows.index((row,))][self.columns.index((column,))]


def publish(
    cells: Sequence[Sequence[int]], *, limit: int, together: Collection[int] | None = None, most: int = 0
) -> Published | None:
    """The table as it may be seen; None where there are too few persons for any table.

    ``together``: rows that the table above this one does not show, so that this one does not either.
    ``most``: no more columns than this; the smallest go together.
    """
    total = sum(map(sum, cells))
    if total < limit:
        return None
    row_sums = [sum(row) for row in cells]
    column_sums = [sum(column) for column in zip(*cells, strict=True)]
    rows = _grouped(row_sums, _folded(row_sums, limit) if together is None else set(together))
    columns = _grouped(column_sums, _folded(column_sums, limit, most))
    small = [[sum(cells[r][c] for r in row for c in column) for column in columns] for row in rows]
    hidden = _hidden(small, limit)
    return Published(
        rows,
        columns,
        tuple(
            tuple(None if (r, c) in hidden else small[r][c] for c in range(len(columns)))
            for r in range(len(rows))
        ),
        tuple(map(sum, small)),
        tuple(map(sum, zip(*small, strict=True))),
        total,
    )


def publish_below(
    above: Published, column: int, cells: Sequence[Sequence[int]], *, limit: int, most: int = 0
) -> Published | None:
    """The finer table of one column of the table ``above``; None where it does not stand alone there.

    Rows that are not told there are not told here: they stand together, with the total that is known anyway.
    """
    if (column,) not in above.columns:
        return None
    counted = {n for row in above.rows for n in row}  # the others are nobody, which is known
    together = {n for n in counted if above.cell_of(n, column) is None}
    return publish(cells, limit=limit, together=together, most=most)


def _grouped(sums: Sequence[int], together: set[int]) -> tuple[tuple[int, ...], ...]:
    """Each line by itself, those that go together as the last one; lines of nobody are left out.

    Of those that go together none is left out: to say that it is empty would tell something of the others.
    """
    alone = tuple((n,) for n, value in enumerate(sums) if value and n not in together)
    rest = tuple(sorted(together)) if any(sums[n] for n in together) else ()
    return (*alone, rest) if rest else alone


def _folded(sums: Sequence[int], limit: int, most: int = 0) -> set[int]:
    """The lines that go together: at least two, and enough that each of them alone might be the limit."""
    together = {n for n, value in enumerate(sums) if 0 < value < limit}
    others = sorted((value, n) for n, value in enumerate(sums) if value >= limit)
    while others and (
        (together and (len(together) < 2 or _slack(sums, together) < limit))
        or (most and len(others) + bool(together) > most)
    ):
        together.add(others.pop(0)[1])
    return together


def _slack(sums: Sequence[int], together: set[int]) -> int:
    """The most that one of these can be, when each of the others is at least one."""
    return sum(sums[n] for n in together) - (len(together) - 1)


def _hidden(cells: Cells, limit: int) -> set[Place]:
    """The cells that are not shown: the small ones and those that protect them; if need be, all."""
    places = [(r, c) for r, row in enumerate(cells) for c in range(len(row))]
    hidden = {(r, c) for r, c in places if 0 < cells[r][c] < limit}
    return _secured(cells, hidden, limit) if hidden else hidden


def _secured(cells: Cells, hidden: set[Place], limit: int) -> set[Place]:
    """Hide more until no hidden cell can be told from the totals."""
    while exposed := next((one for one in sorted(hidden) if not _safe(cells, hidden, one, limit)), None):
        more = _cheapest_ring(cells, hidden, exposed) or {
            (r, c) for r, row in enumerate(cells) for c, value in enumerate(row) if value
        }
        if more <= hidden:  # nothing is left that could protect it: the inside is not shown at all
            return {(r, c) for r, row in enumerate(cells) for c in range(len(row))}
        hidden |= more
    return hidden


def _safe(cells: Cells, hidden: set[Place], one: Place, limit: int) -> bool:
    """A small cell might as well be the limit; a larger one that protects it is not known exactly."""
    value = cells[one[0]][one[1]]
    if value < limit:
        return room_above(cells, hidden, one, limit - value) >= limit - value
    return room_above(cells, hidden, one, 1) > 0 or room_below(cells, hidden, one) > 0


def _cheapest_ring(cells: Cells, hidden: set[Place], one: Place) -> set[Place]:
    """Three cells that make a ring with this one, at the least cost of what was shown so far.

    First rings in which it can move at all, then those that hide fewest persons.
    """
    row, column = one
    best: tuple[int, int, set[Place]] | None = None
    for r in range(len(cells)):
        for c in range(len(cells[0])):
            ring = {(r, c), (row, c), (r, column)}
            if r == row or c == column or ring <= hidden or any(not cells[a][b] for a, b in ring):
                continue
            stiff = min(cells[row][c], cells[r][column]) < 2
            cost = sum(cells[a][b] for a, b in ring - hidden)
            if best is None or (stiff, cost) < best[:2]:
                best = (stiff, cost, ring)
    return best[2] if best else set()


def room_above(cells: Cells, hidden: set[Place], one: Place, wanted: int) -> int:
    """How much more this hidden cell could be, up to ``wanted``, with every published number as it is."""
    return _room(cells, hidden, one, wanted, down_first=True)


def room_below(cells: Cells, hidden: set[Place], one: Place) -> int:
    """Whether this hidden cell could be one less."""
    return _room(cells, hidden, one, 1, down_first=False) if cells[one[0]][one[1]] > 1 else 0


def _room(cells: Cells, hidden: set[Place], one: Place, wanted: int, *, down_first: bool) -> int:
    """Flow from the cell's row to its column over the other hidden cells.

    A ring that makes this cell larger makes the next one in its row smaller, the next one in that column
    larger, and so on. A hidden cell is never nobody, so it can fall to one.
    """
    values = {place: cells[place[0]][place[1]] for place in hidden if place != one}
    moved = 0
    while moved < wanted:
        way = _way(values, one, down_first=down_first)
        if way is None:
            break
        falling = way[0::2] if down_first else way[1::2]
        step = min([wanted - moved, *(values[place] - 1 for place in falling)])
        for place in way:
            values[place] += -step if place in falling else step
        moved += step
    return moved


def _way(values: dict[Place, int], one: Place, *, down_first: bool) -> list[Place] | None:
    """The shortest ring through cells that can still move, by turns along a row and along a column."""
    begin, end = ("row", one[0]), ("column", one[1])
    ways: dict[tuple[str, int], list[Place]] = {begin: []}
    waiting = [begin]
    while waiting:
        side, line = waiting.pop(0)
        for place, value in values.items():
            here = place[0] if side == "row" else place[1]
            falls = (side == "row") is down_first
            if here != line or (falls and value <= 1):
                continue
            there = ("column", place[1]) if side == "row" else ("row", place[0])
            if there in ways:
                continue
            ways[there] = [*ways[(side, line)], place]
            if there == end:
                return ways[there]
            waiting.append(there)
    return None
