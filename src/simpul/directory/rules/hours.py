"""Weekly opening hours as RFC 5545 writes them, and what they say about a moment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")
_LINE = re.compile(r"\s*([A-Z]{2}(?:\s*[-,]\s*[A-Z]{2})*)\s+(\d\d:\d\d)\s*-\s*(\d\d:\d\d)\s*")


class HoursUnclear(ValueError):
    """A line of opening hours that cannot be read; ``line`` is the line."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True)
class Opening:
    """Open on these days of each week from one clock time to another of the same day (local time)."""

    days: tuple[str, ...]
    opens: str
    closes: str

    @property
    def rule(self) -> str:
        """The recurrence as RFC 5545 writes it.

        >>> Opening(("MO", "FR"), "08:00", "14:00").rule
        'FREQ=WEEKLY;BYDAY=MO,FR'
        """
        return f"FREQ=WEEKLY;BYDAY={','.join(self.days)}"

    def as_facts(self) -> dict[str, object]:
        return {"byday": list(self.days), "opens": self.opens, "closes": self.closes}

    def minutes(self) -> tuple[tuple[int, int, int], ...]:
        """Weekday (Monday 0), opening and closing minute of the day, one entry a day."""
        return tuple((DAYS.index(day), _minute(self.opens), _minute(self.closes)) for day in self.days)


def _minute(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def read_openings(text: str) -> tuple[Opening, ...]:
    """Opening hours as an office writes them, one line a rule; an empty text is no hours.

    >>> read_openings("MO-FR 08:00-14:00")[0].days
    ('MO', 'TU', 'WE', 'TH', 'FR')
    >>> read_openings("MO,WE 08.00-11.00")[0].opens
    '08:00'
    >>> read_openings("Senin")
    Traceback (most recent call last):
    simpul.directory.rules.hours.HoursUnclear: Senin
    """
    return tuple(_opening(line) for line in text.splitlines() if line.strip())


def _opening(line: str) -> Opening:
    found = _LINE.fullmatch(re.sub(r"(\d)\.(\d)", r"\1:\2", line.upper()))
    if found is None:
        raise HoursUnclear(line)
    opens, closes = found.group(2), found.group(3)
    days = _days(found.group(1))
    if not (
        _CLOCK.fullmatch(opens) and _CLOCK.fullmatch(closes) and days and _minute(opens) < _minute(closes)
    ):
        raise HoursUnclear(line)
    return Opening(days, opens, closes)


def _days(text: str) -> tuple[str, ...]:
    """
    >>> _days("SA-MO"), _days("MO,XX")
    (('MO', 'SA', 'SU'), ())
    """
    found: set[str] = set()
    for part in re.sub(r"\s", "", text).split(","):
        first, dash, last = part.partition("-")
        if first not in DAYS or (dash and last not in DAYS):
            return ()
        start = DAYS.index(first)
        count = (DAYS.index(last) - start) % 7 if dash else 0
        found |= {DAYS[(start + step) % 7] for step in range(count + 1)}
    return tuple(day for day in DAYS if day in found)


def openings_of(facts: Iterable[Mapping[str, object]]) -> tuple[Opening, ...]:
    """What was stored, as rules again."""
    return tuple(
        Opening(tuple(str(day) for day in one["byday"]), str(one["opens"]), str(one["closes"]))  # type: ignore[attr-defined]
        for one in facts
    )


def written(openings: Iterable[Opening]) -> str:
    """The same as ``read_openings`` reads."""
    return "\n".join(f"{','.join(one.days)} {one.opens}-{one.closes}" for one in openings)


def moment_of(moment: datetime) -> tuple[int, int]:
    """Weekday and minute of the day of an aware local moment."""
    return moment.weekday(), moment.hour * 60 + moment.minute
