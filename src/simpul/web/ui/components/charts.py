"""The arithmetic that charts share. Text stays in HTML or at a fixed size; drawings scale."""

from __future__ import annotations

import math
from dataclasses import dataclass

from simpul.web.ui.formats import count_of


@dataclass(frozen=True)
class Series:
    """One line or one part of a bar. A value of None is a gap: not measured, or too few to show."""

    label: str
    values: tuple[float | None, ...]


def shown(value: float | None) -> str:
    """A value as text; what is not known is a dash."""
    return "\N{EN DASH}" if value is None else count_of(round(value, 2))


def ceiling(highest: float) -> float:
    """A round number at or above the highest value, so that the axis reads easily.

    >>> ceiling(71), ceiling(0), ceiling(1200), ceiling(3)
    (80, 4, 1200, 4)
    """
    if highest <= 4:
        return 4
    power = 10.0 ** math.floor(math.log10(highest))
    for factor in (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10):
        if factor * power >= highest:
            return int(factor * power) if factor * power == int(factor * power) else factor * power
    return 10 * power


def ticks(top: float, steps: int = 4) -> tuple[float, ...]:
    """Evenly spaced marks from zero to the top."""
    return tuple(round(top * n / steps, 4) for n in range(steps + 1))


def table_rows(
    labels: tuple[str, ...], series: tuple[Series, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The chart's numbers as rows of a table."""
    return tuple((label, tuple(shown(one.values[n]) for one in series)) for n, label in enumerate(labels))
