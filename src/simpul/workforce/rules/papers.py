"""How a paper of the profession stands: an expiry warns, it never stops help."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

WARN_DAYS = 90


class Standing(StrEnum):
    """valid, about to run out (90 days), or run out."""

    VALID = "valid"
    SOON = "soon"
    EXPIRED = "expired"


def standing_of(expires_on: date | None, day: date) -> Standing:
    """How a paper with this last day stands on a day.

    >>> standing_of(date(2026, 11, 22), date(2026, 11, 23)).value
    'expired'
    >>> standing_of(None, date(2026, 11, 23)).value
    'valid'
    """
    if expires_on is None or (expires_on - day).days > WARN_DAYS:
        return Standing.VALID
    return Standing.SOON if expires_on >= day else Standing.EXPIRED
