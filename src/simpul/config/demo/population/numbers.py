"""Identity numbers that are well formed and cannot be taken for real ones: serials begin at 9000."""

from __future__ import annotations

from array import array
from datetime import date

FIRST_SERIAL = 9000
LAST_SERIAL = 9999
FEMALE_DAY = 40
_DAY_ZERO = date(1900, 1, 1).toordinal()
_DAYS = 366 * 200


class Serials:
    """Counts the numbers given out per district, kind and day, so that none is given twice."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, str], array[int]] = {}

    def next(self, district: str, kind: str, day: date) -> int:
        key = district, kind
        days = self._given.get(key)
        if days is None:
            days = self._given[key] = array("H", bytes(2 * _DAYS))
        place = day.toordinal() - _DAY_ZERO
        serial = FIRST_SERIAL + days[place]
        if serial > LAST_SERIAL:
            raise OverflowError(f"more than a thousand {kind} numbers on {day} in {district}")
        days[place] += 1
        return serial


def nik(serials: Serials, district: str, born: date, sex: str) -> str:
    """District, day of birth (a woman's day counts 40 more), serial."""
    day = born.day + (FEMALE_DAY if sex == "f" else 0)
    serial = serials.next(district, f"nik-{sex}", _same_digits(born))
    return f"{district}{day:02d}{born.month:02d}{born.year % 100:02d}{serial:04d}"


def _same_digits(born: date) -> date:
    """The number holds two digits of the year: 1926 and 2026 must share one counter."""
    return born.replace(year=2000 + born.year % 100)


def kk(serials: Serials, district: str, registered: date) -> str:
    """District, day of registration, serial; no rule of 40 here."""
    serial = serials.next(district, "kk", registered)
    return f"{district}{registered.day:02d}{registered.month:02d}{registered.year % 100:02d}{serial:04d}"
