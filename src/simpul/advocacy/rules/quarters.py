"""Calendar quarters: what is counted is one that has ended, so that its numbers stand still."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR = 2020


@dataclass(frozen=True, order=True)
class Quarter:
    """The months 1 to 3, 4 to 6, 7 to 9 or 10 to 12 of a year.

    >>> Quarter(2026, 3).first, Quarter(2026, 3).last, str(Quarter(2026, 3))
    (datetime.date(2026, 7, 1), datetime.date(2026, 9, 30), '2026-3')
    """

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}-{self.number}"

    @property
    def first(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def after(self) -> Quarter:
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year + 1, 1)

    @property
    def before(self) -> Quarter:
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, 4)

    @property
    def last(self) -> date:
        return self.after.first - timedelta(days=1)

    @property
    def months(self) -> tuple[date, ...]:
        return tuple(date(self.year, 3 * self.number - 2 + n, 1) for n in range(3))


def of(day: date) -> Quarter:
    """The quarter in which a day lies."""
    return Quarter(day.year, (day.month + 2) // 3)


def closed(day: date, count: int) -> tuple[Quarter, ...]:
    """The last quarters that have ended by this day, the newest first.

    >>> [str(one) for one in closed(date(2026, 2, 3), 2)]
    ['2025-4', '2025-3']
    """
    found = [of(day).before]
    while len(found) < count:
        found.append(found[-1].before)
    return tuple(found)


def read(text: str, day: date) -> Quarter | None:
    """A quarter as it stands in an address; None for what is none, or has not ended.

    >>> day = date(2026, 11, 28)
    >>> read("2026-3", day), read("2026-4", day), read("1-9", day), read("9999-4", day)
    (Quarter(year=2026, number=3), None, None, None)
    """
    year, _dash, number = text.partition("-")
    if not (year.isascii() and year.isdigit() and len(year) == 4 and number in {"1", "2", "3", "4"}):
        return None
    if not FIRST_YEAR <= int(year) <= day.year:
        return None
    found = Quarter(int(year), int(number))
    return found if found.last < day else None
