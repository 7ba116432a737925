"""Working days and deadlines."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.kernel.clock import WIB
from simpul.reference.rules.calendar import Period, WorkingCalendar, deadline, months_later, working_days

EID = [date(2026, 3, day) for day in (18, 19, 20, 21, 22, 23, 24)]
CALENDAR = WorkingCalendar(frozenset(EID))


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        (date(2026, 11, 23), 1, date(2026, 11, 24)),  # Monday to Tuesday
        (date(2026, 11, 20), 3, date(2026, 11, 25)),  # over a weekend
        (date(2026, 3, 17), 1, date(2026, 3, 25)),  # over Nyepi and Eid
        (date(2026, 3, 21), 0, date(2026, 3, 25)),  # none, but the office is closed
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
    ],
)
def test_working_days_skip_weekends_and_holidays(start: date, count: int, due: date) -> None:
    assert CALENDAR.after(start, working_days=count) == due
    assert working_days(start, count, EID) == due


def test_working_days_are_not_counted_backward() -> None:
    with pytest.raises(ValueError, match="forward"):
        CALENDAR.after(date(2026, 3, 17), working_days=-1)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 60))
def test_due_day_is_open_and_so_many_working_days_away(start: date, count: int) -> None:
    due = CALENDAR.after(start, working_days=count)
    assert CALENDAR.is_working(due)
    assert CALENDAR.between(start, due) == count


START = datetime(2026, 3, 17, 15, 30, tzinfo=WIB)


@pytest.mark.parametrize(
    ("amount", "unit", "due"),
    [
        (24, "hours", datetime(2026, 3, 18, 15, 30, tzinfo=WIB)),
        (72, "hours", datetime(2026, 3, 20, 15, 30, tzinfo=WIB)),  # holidays do not stop it
        (7, "days", datetime(2026, 3, 24, 15, 30, tzinfo=WIB)),
        (1, "working_days", datetime(2026, 3, 25, 15, 30, tzinfo=WIB)),
        (6, "months", datetime(2026, 9, 17, 15, 30, tzinfo=WIB)),
        (None, "hours", None),
        (3, "none", None),
    ],
)
def test_deadline_by_unit(amount: int | None, unit: str, due: datetime | None) -> None:
    assert deadline(START, amount=amount, unit=unit, calendar=CALENDAR) == due


def test_deadline_of_an_unknown_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="fortnights"):
        deadline(START, amount=1, unit="fortnights", calendar=CALENDAR)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1)), st.integers(0, 40))
def test_months_later_keeps_the_day_or_takes_the_last(moment: datetime, months: int) -> None:
    later = months_later(moment, months)
    assert (later.year * 12 + later.month) - (moment.year * 12 + moment.month) == months
    assert later.day == moment.day or (later.day < moment.day and later.day >= 28)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 30))
def test_periods_follow_one_another(day: date, months: int) -> None:
    days = (day, *(Period(months * turn, "months").after(day) for turn in (1, 2, 3)))
    assert all(first < second for first, second in pairwise(days))
