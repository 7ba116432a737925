"""Comparing two names, two birth dates: how alike, and in which way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from simpul.engines.linkage.names import Shadow
from simpul.engines.linkage.sounds import one_slip, sounds


@lru_cache(maxsize=65536)
def words_alike(first: str, second: str) -> float:
    """How alike two words are: same, sounding alike, one slip of the pen, an initial.

    >>> words_alike("slamet", "slamet"), words_alike("fitri", "pitri"), words_alike("suparman", "suprman")
    (1.0, 0.92, 0.75)
    >>> words_alike("s", "slamet"), words_alike("slamet", "sutrisno")
    (0.5, 0.0)
    """
    if first == second:
        return 1.0
    if sounds(first) & sounds(second):
        return 0.92
    if one_slip(first, second):
        return 0.75
    if 1 in (len(first), len(second)) and first[:1] == second[:1]:
        return 0.5
    return 0.0


@lru_cache(maxsize=8192)
def names_alike(first: Shadow, second: Shadow) -> tuple[float, float]:
    """How alike two names are (0 to 1), and how much the words that agree tell (their weight).

    >>> from simpul.engines.linkage.names import shadow_of as s
    >>> names_alike(s("Sri Wahyuni"), s("Sriwahyuni"))[0]
    0.97
    >>> names_alike(s("Riny Wulandari"), s("Rini Wulandari"))[0]
    0.97
    >>> names_alike(s("Slamet Riyadi"), s("Riyadi Slamet"))[0] > 0.9
    True
    >>> names_alike(s("Siti Aminah"), s("Siti Rahayu"))[0] < 0.5
    True
    >>> names_alike(s("Slamet"), s("Slamet Riyadi"))[0] > 0.5
    True
    >>> names_alike(s("Made Sukarta"), s("Made Wirata"))[0] < 0.6
    True
    >>> names_alike(s(""), s("Slamet"))
    (0.0, 0.0)
    """
    if not first.tokens or not second.tokens:
        return 0.0, 0.0
    heavy_first, heavy_second = first.weights, second.weights
    total_first, total_second = sum(heavy_first), sum(heavy_second)
    if first.tokens == second.tokens:
        return 1.0, total_first
    if first.heard & second.heard:
        return 0.97, min(total_first, total_second)
    pairs = [
        (alike, min(heavy_first[i], heavy_second[j]), i, j)
        for i, one in enumerate(first.tokens)
        for j, other in enumerate(second.tokens)
        if (alike := words_alike(one, other))
    ]
    pairs.sort(reverse=True)
    used_first: set[int] = set()
    used_second: set[int] = set()
    agreed = told = 0.0
    for alike, heavy, i, j in pairs:
        if i not in used_first and j not in used_second:
            used_first.add(i)
            used_second.add(j)
            agreed += alike * (heavy_first[i] + heavy_second[j])
            told += alike * heavy
    return round(agreed / (total_first + total_second), 3), round(told, 3)


@dataclass(frozen=True)
class DatesAlike:
    """How two birth dates relate: same, swapped, slip, next, year, near, far or unknown."""

    kind: str
    points: int


def dates_alike(first: date | None, precision: str, second: date | None, other_precision: str) -> DatesAlike:
    """Compare as finely as the coarser of the two allows.

    >>> d = date
    >>> dates_alike(d(1975, 3, 9), "day", d(1975, 3, 9), "day").kind
    'same'
    >>> dates_alike(d(1975, 3, 9), "day", d(1975, 9, 3), "day").kind
    'swapped'
    >>> dates_alike(d(1975, 1, 1), "year", d(1975, 9, 3), "day").kind
    'year'
    >>> dates_alike(d(1973, 1, 1), "estimated", d(1976, 9, 3), "day").kind
    'near'
    >>> dates_alike(d(1975, 3, 9), "day", d(1975, 3, 19), "day").kind
    'slip'
    >>> dates_alike(d(1975, 3, 19), "day", d(1975, 3, 20), "day").kind
    'next'
    >>> dates_alike(d(1975, 3, 9), "day", d(1982, 3, 9), "day").kind
    'far'

    The first of January is what is written when only the year is known:

    >>> dates_alike(d(1975, 1, 1), "day", d(1975, 9, 3), "day").kind
    'year'
    >>> dates_alike(None, "day", d(1982, 3, 9), "day").kind
    'unknown'
    """
    if first is None or second is None:
        return DatesAlike("unknown", 0)
    apart = abs(first.year - second.year)
    fine = {precision, other_precision}
    if "estimated" in fine:
        return DatesAlike("near", 4) if apart <= 5 else DatesAlike("far", -12 if apart > 12 else -4)
    if "year" in fine:
        return (
            DatesAlike("year", 9)
            if apart == 0
            else DatesAlike("near", 2)
            if apart == 1
            else DatesAlike("far", -14)
        )
    if "month" in fine:
        same = (first.year, first.month) == (second.year, second.month)
        return (
            DatesAlike("year", 14)
            if same
            else DatesAlike("near", 2)
            if apart <= 1
            else DatesAlike("far", -14)
        )
    return _days_alike(first, second, apart)


def _days_alike(first: date, second: date, apart: int) -> DatesAlike:
    if first == second:
        return DatesAlike("same", 24)
    if apart == 0 and (first.day, first.month) == (second.month, second.day):
        return DatesAlike("swapped", 14)
    slips = sum(a != b for a, b in zip(first.isoformat(), second.isoformat(), strict=True))
    if slips == 1:
        return DatesAlike("slip", 11)
    if abs((first - second).days) == 1:
        return DatesAlike("next", 11)
    if apart == 0 and (1, 1) in {(first.month, first.day), (second.month, second.day)}:
        return DatesAlike("year", 9)
    if apart <= 1:
        return DatesAlike("near", 3)
    return DatesAlike("far", -16)
