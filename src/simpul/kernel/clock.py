"""The one clock. Moments are aware and kept in UTC; days are those of western Indonesia unless told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
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
