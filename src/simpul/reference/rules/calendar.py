"""Working days and deadlines, reckoned from a list of closed days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TypeVar

Day = TypeVar("Day", bound=date)  # a day, or a moment of it
SATURDAY = 5
MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class WorkingCalendar:
    """The office's calendar: closed at weekends and on the given days.

    >>> calendar = WorkingCalendar(frozenset({date(2026, 8, 17)}))
    >>> calendar.after(date(2026, 8, 14), working_days=1)
    datetime.date(2026, 8, 18)
    """

    closed: frozenset[date] = field(default_factory=frozenset)

    def is_working(self, day: date) -> bool:
        return day.weekday() < SATURDAY and day not in self.closed

    def on_or_after(self, day: date) -> date:
        """The day itself if the office is open, else the next one that is."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def after(self, day: date, *, working_days: int) -> date:
        """The day that lies so many working days later; the first day does not count."""
        if working_days < 0:
            raise ValueError("working days are counted forward only")
        for _step in range(working_days):
            day = self.on_or_after(day + timedelta(days=1))
        return self.on_or_after(day)

    def between(self, first: date, last: date) -> int:
        """How many working days lie after the first day, up to and with the last."""
        span = (last - first).days
        return sum(self.is_working(first + timedelta(days=step)) for step in range(1, span + 1))


def working_days(day: date, count: int, closed: Iterable[date] = ()) -> date:
    """The day that lies ``count`` working days after ``day``."""
    return WorkingCalendar(frozenset(closed)).after(day, working_days=count)


def months_later(moment: Day, months: int) -> Day:
    """The same day of a later month, or that month's last day when it is shorter.

    >>> months_later(datetime(2026, 1, 31, 9), 1)
    datetime.datetime(2026, 2, 28, 9, 0)
    """
    year, month = divmod(moment.month - 1 + months, MONTHS_A_YEAR)
    year, month = moment.year + year, month + 1
    following = date(year + month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1)
    last = (following - timedelta(days=1)).day
    return moment.replace(year=year, month=month, day=min(moment.day, last))


@dataclass(frozen=True)
class Period:
    """So many days or months of the calendar, whatever days the office is closed.

    >>> Period(14, "days").after(date(2026, 11, 23)), Period(1, "months").after(date(2026, 1, 31))
    (datetime.date(2026, 12, 7), datetime.date(2026, 2, 28))
    """

    amount: int
    unit: str

    def after(self, start: Day) -> Day:
        """When the period that begins then ends."""
        if self.unit == "months":
            return months_later(start, self.amount)
        return start + timedelta(days=self.amount)


def deadline(start: datetime, *, amount: int | None, unit: str, calendar: WorkingCalendar) -> datetime | None:
    """When a clock that started then runs out; ``None`` when the law names no length.

    ``start`` is in the office's own time zone. Hours and calendar days run through weekends and
    holidays; working days do not.
    """
    if amount is None or unit == "none":
        return None
    if unit == "hours":
        return start + timedelta(hours=amount)
    if unit == "days":
        return start + timedelta(days=amount)
    if unit == "months":
        return months_later(start, amount)
    if unit == "working_days":
        day = calendar.after(start.date(), working_days=amount)
        return start.replace(year=day.year, month=day.month, day=day.day)
    raise ValueError(f"unknown unit of a clock: {unit!r}")
