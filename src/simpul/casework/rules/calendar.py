"""Dates that casework plans ahead."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Period:
    """So many days or months, of the calendar.

    >>> Period(14, "days").after(date(2026, 11, 23)).isoformat()
    '2026-12-07'
    """

    amount: int
    unit: str

    def after(self, day: date) -> date:
        """The day on which the period that begins on this day ends."""
        if self.unit == "months":
            return months_later(day, self.amount)
        return day + timedelta(days=self.amount)


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the month's last day when there is no such day.

    >>> months_later(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
