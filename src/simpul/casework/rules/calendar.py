"""Dates that casework plans ahead."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

AFTERCARE_MONTHS = (1, 3, 6)


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the month's last day when there is no such day.

    >>> months_later(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def aftercare_days(day: date) -> tuple[date, ...]:
    """The usual days of aftercare.

    >>> [day.isoformat() for day in aftercare_days(date(2026, 11, 23))]
    ['2026-12-23', '2027-02-23', '2027-05-23']
    """
    return tuple(months_later(day, months) for months in AFTERCARE_MONTHS)
