"""Somebody who knows every published number and adds and subtracts: the linear bounds of each single cell.

Written apart from the code under test, as a plain simplex over fractions, so that it does not share its
faults. The unknowns are the cells of the original table, also those of lines that were put together; several
tables about the same persons may be known at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from simpul.advocacy.rules.suppression import Published

Row = list[Fraction]
Atom = tuple[int, int]
Atoms = frozenset[Atom]


@dataclass
class Knowledge:
    """What is known: sums of cells; and, as zeros are shown, that a hidden cell is somebody at least."""

    atoms: set[Atom] = field(default_factory=set)
    sums: list[tuple[Atoms, int]] = field(default_factory=list)
    somebody: list[Atoms] = field(default_factory=list)

    def learn(self, told: Published, columns: Sequence[Sequence[int]]) -> None:
        """A published table; ``columns``: of which columns of the finest table each of its own is made."""
        fine = [tuple(n for one in column for n in columns[one]) for column in told.columns]
        some = any(value is not None for row in told.cells for value in row)
        for n, rows in enumerate(told.rows):
            self.sums.append((_atoms(rows, [c for column in fine for c in column]), told.row_totals[n]))
            for m, value in enumerate(told.cells[n]):
                if value is not None:
                    self.sums.append((_atoms(rows, fine[m]), value))
                elif some:
                    self.somebody.append(_atoms(rows, fine[m]))
        for m, total in enumerate(told.column_totals):
            self.sums.append((_atoms([r for rows in told.rows for r in rows], fine[m]), total))
        self.atoms |= {atom for members, _value in self.sums for atom in members}

    def bounds(self, goal: Iterable[Atom]) -> tuple[int, int]:
        """The least and the most that these cells can be together."""
        members = frozenset(goal) & self.atoms
        return (-self._most(members, -1), self._most(members, 1)) if members else (0, 0)

    def _most(self, goal: Atoms, sign: int) -> int:
        atoms = sorted(self.atoms)
        spare = len(self.somebody)
        table = [
            [*(Fraction(atom in members) for atom in atoms), *([Fraction(0)] * spare), Fraction(value)]
            for members, value in self.sums
        ]
        for n, members in enumerate(self.somebody):  # members - surplus = 1
            surplus = [Fraction(-1 if n == m else 0) for m in range(spare)]
            table.append([*(Fraction(atom in members) for atom in atoms), *surplus, Fraction(1)])
        aim = [*(Fraction(sign if atom in goal else 0) for atom in atoms), *([Fraction(0)] * spare)]
        return int(_maximum(table, aim))


def _atoms(rows: Iterable[int], columns: Iterable[int]) -> Atoms:
    columns = tuple(columns)
    return frozenset((r, c) for r in rows for c in columns)


def _maximum(table: list[Row], aim: Row) -> Fraction:
    """Two phases of the simplex with Bland's rule; every right side is at least zero."""
    count, lines = len(aim), len(table)
    rows = [[*line[:-1], *(Fraction(n == m) for m in range(lines)), line[-1]] for n, line in enumerate(table)]
    basis = [count + n for n in range(lines)]
    first = [Fraction(0)] * count + [Fraction(-1)] * lines
    assert _climb(rows, basis, first, count + lines) == 0, "the published tables contradict each other"
    for n in range(lines):  # artificial unknowns that stayed at zero leave where they can
        if basis[n] >= count:
            swap = next((m for m in range(count) if rows[n][m]), None)
            if swap is not None:
                _pivot(rows, basis, n, swap)
    return _climb(rows, basis, [*aim, *([Fraction(0)] * lines)], count)


def _climb(rows: list[Row], basis: list[int], aim: Row, usable: int) -> Fraction:
    """``gain``: what one more of each unknown would bring."""
    gain = [*aim, Fraction(0)]
    for n, unknown in enumerate(basis):
        if aim[unknown]:
            gain = [a - aim[unknown] * b for a, b in zip(gain, rows[n], strict=True)]
    while True:
        enter = next((m for m in range(usable) if gain[m] > 0), None)
        if enter is None:
            return -gain[-1]
        ratios = [(rows[n][-1] / rows[n][enter], basis[n], n) for n in range(len(rows)) if rows[n][enter] > 0]
        _pivot(rows, basis, min(ratios)[2], enter)
        line = rows[min(ratios)[2]]
        gain = [a - gain[enter] * b for a, b in zip(gain, line, strict=True)]


def _pivot(rows: list[Row], basis: list[int], n: int, m: int) -> None:
    rows[n] = [value / rows[n][m] for value in rows[n]]
    for other in range(len(rows)):
        if other != n and rows[other][m]:
            factor = rows[other][m]
            rows[other] = [a - factor * b if b else a for a, b in zip(rows[other], rows[n], strict=True)]
    basis[n] = m
