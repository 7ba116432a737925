"""No small number can be worked out from a published table, by anybody who adds and subtracts."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simpul.advocacy.rules import suppression
from simpul.advocacy.rules.suppression import Published, publish, publish_below
from tests.advocacy.attacking import Knowledge

LIMIT = 4
SIZES = st.integers(1, 4)


@st.composite
def tables(draw: st.DrawFn) -> list[list[int]]:
    rows, columns = draw(SIZES), draw(SIZES)
    number = st.one_of(st.integers(0, LIMIT + 1), st.integers(0, 4 * LIMIT))
    return [[draw(number) for _c in range(columns)] for _r in range(rows)]


def exposed(cells: list[list[int]], told: Published) -> list[tuple[int, int]]:
    """The small cells of which the totals say that they are small, or how many they are."""
    known = Knowledge()
    known.learn(told, [(n,) for n in range(len(cells[0]))])
    small = [(r, c) for r, row in enumerate(cells) for c, value in enumerate(row) if 0 < value < LIMIT]
    return [place for place in small if is_exposed(known, [place])]


def is_exposed(known: Knowledge, members: Iterable[tuple[int, int]]) -> bool:
    least, most = known.bounds(members)
    return most < LIMIT or least == most


@settings(max_examples=30, deadline=None)
@given(tables())
def test_no_small_cell_can_be_told(cells: list[list[int]]) -> None:
    told = publish(cells, limit=LIMIT)
    if told is None:
        assert sum(map(sum, cells)) < LIMIT
        return
    assert exposed(cells, told) == []
    shown = [value for row in told.cells for value in row if value is not None]
    assert all(value == 0 or value >= LIMIT for value in shown)
    assert all(total >= LIMIT for total in (*told.row_totals, *told.column_totals))


@settings(max_examples=20, deadline=None)
@given(tables(), st.lists(st.integers(1, 3), min_size=1, max_size=3))
def test_nor_from_a_table_and_the_finer_one_below_it(cells: list[list[int]], widths: list[int]) -> None:
    """Districts and their villages: the finer table is told only of a column that the coarser one shows."""
    parents = split(len(cells[0]), widths)
    coarse = [[sum(row[c] for c in parent) for parent in parents] for row in cells]
    told = publish(coarse, limit=LIMIT)
    if told is None:
        return
    known = Knowledge()
    known.learn(told, parents)
    for number, parent in enumerate(parents):
        below = publish_below(told, number, [[row[c] for c in parent] for row in cells], limit=LIMIT)
        if below is not None:
            known.learn(below, [(c,) for c in parent])
    places = [[(r, c)] for r in range(len(cells)) for c in range(len(cells[0]))]
    places += [[(r, c) for c in parent] for r in range(len(cells)) for parent in parents]
    small = [one for one in places if 0 < sum(cells[r][c] for r, c in one) < LIMIT]
    assert [one for one in small if is_exposed(known, one)] == []


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(st.integers(0, 2 * LIMIT), min_size=4, max_size=4), min_size=2, max_size=3))
def test_nor_from_two_tables_of_the_same_persons(cells: list[list[int]]) -> None:
    """Kinds by sex and kinds by age: columns 0 and 1 are one sex, 0 and 2 one age."""
    known = Knowledge()
    places = []
    for groups in (((0, 1), (2, 3)), ((0, 2), (1, 3))):
        told = publish([[sum(row[c] for c in group) for group in groups] for row in cells], limit=LIMIT)
        if told is None:
            return
        known.learn(told, groups)
        places += [[(r, c) for c in group] for r in range(len(cells)) for group in groups]
    small = [one for one in places if 0 < sum(cells[r][c] for r, c in one) < LIMIT]
    assert [one for one in small if is_exposed(known, one)] == []


def split(count: int, widths: list[int]) -> list[tuple[int, ...]]:
    """The columns 0..count-1 in groups of these widths; the last takes what is left."""
    found, rest = [], list(range(count))
    for width in widths:
        if rest:
            found.append(tuple(rest[:width]))
            rest = rest[width:]
    return [*found, tuple(rest)] if rest else found


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([[40, 30], [20, 25]], ((40, 30), (20, 25))),
        ([[3, 30, 40], [20, 25, 30]], ((None, None, 40), (None, None, 30))),
        ([[0, 30], [20, 25]], ((0, 30), (20, 25))),
    ],
)
def test_what_is_large_stays_and_nobody_may_be_shown(
    cells: list[list[int]], expected: tuple[tuple[int | None, ...], ...]
) -> None:
    told = publish(cells, limit=10)
    assert told is not None and told.cells == expected


def test_small_lines_stand_together_with_the_next_larger() -> None:
    told = publish([[50], [14], [3]], limit=10)
    assert told is not None
    assert told.rows == ((0,), (1, 2)) and told.row_totals == (50, 17)


def test_too_few_for_any_table() -> None:
    assert publish([[4, 5]], limit=10) is None


def test_no_more_columns_than_fit() -> None:
    told = publish([[30, 20, 40, 25, 60]], limit=10, most=3)
    assert told is not None and told.columns == ((2,), (4,), (0, 1, 3))


def test_rows_hidden_above_stay_together_below() -> None:
    told = publish([[30, 20], [15, 25], [11, 12]], limit=10, together={1, 2})
    assert told is not None and told.rows == ((0,), (1, 2)) and told.cells[1] == (26, 37)


class TestPlantedDefects:
    """Without one of the two protections the attack finds somebody."""

    CELLS = ([[3, 9, 8], [9, 9, 9], [8, 7, 9]], [[1, 8], [9, 9]])

    @pytest.mark.parametrize("cells", CELLS)
    def test_hiding_only_the_small_cells_is_found(
        self, cells: list[list[int]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(suppression, "_secured", lambda _cells, hidden, _limit: hidden)
        told = publish(cells, limit=LIMIT)
        assert told is not None and exposed(cells, told)

    def test_putting_only_the_small_lines_together_is_found(self, monkeypatch: pytest.MonkeyPatch) -> None:
        cells = [[9], [2], [8]]
        monkeypatch.setattr(
            suppression, "_folded", lambda sums, limit, most=0: {1} if len(sums) > 1 else set()
        )
        told = publish(cells, limit=LIMIT)
        assert told is not None and exposed(cells, told) == [(1, 0)]
