"""The one clock. Moments are aware and kept in UTC; days are those of western Indonesia unless told."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)


def today(zone: ZoneInfo = WIB) -> date:
    """The calendar day at the office, which is not always UTC's."""
    return now().astimezone(zone).date()
