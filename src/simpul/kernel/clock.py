"""The one clock. Moments are aware and kept in UTC; days are those of western Indonesia unless told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")

_set_to: ContextVar[datetime | None] = ContextVar("simpul_clock_set_to", default=None)


def now() -> datetime:
    """This moment, aware, in UTC."""
    return _set_to.get() or datetime.now(UTC)


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let the clock stand at a moment: made-up histories of the demo, and tests. Never in real work."""
    token = _set_to.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _set_to.reset(token)


def today(zone: ZoneInfo = WIB) -> date:
    """The calendar day at the office, which is not always UTC's."""
    return now().astimezone(zone).date()


def end_of(day: date, zone: tzinfo = WIB) -> datetime:
    """The last minute of a day at the office.

    >>> end_of(date(2026, 11, 28)).isoformat()
    '2026-11-28T23:59:00+07:00'
    """
    return datetime.combine(day, time(23, 59), tzinfo=zone)
