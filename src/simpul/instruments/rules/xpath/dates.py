"""Days and moments in forms. A date in arithmetic is its number of days since 1970-01-01, as in ODK."""

from __future__ import annotations

from datetime import datetime

from simpul.instruments.rules.xpath.values import Value, as_date, as_moment, string

MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
DAYS = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")


def day_of(arguments: tuple[Value, ...]) -> Value:
    """``date()`` of ISO text or of a number of days; "" when it is neither."""
    day = as_date(arguments[0])
    return day if day is not None else ""


def moment_of(arguments: tuple[Value, ...]) -> Value:
    moment = as_moment(arguments[0])
    return moment if moment is not None else ""


def format_date(arguments: tuple[Value, ...]) -> Value:
    """Write a date by a pattern of %-codes; %b and %a are Indonesian short names.

    >>> format_date(("2026-11-23", "%e %b %Y"))
    '23 Nov 2026'
    """
    moment = as_moment(arguments[0])
    if moment is None:
        return ""
    parts: list[str] = []
    letters = iter(string(arguments[1]))
    for letter in letters:
        parts.append(_part(next(letters, ""), moment) if letter == "%" else letter)
    return "".join(parts)


def _part(code: str, moment: datetime) -> str:
    known = {
        "Y": f"{moment.year:04d}",
        "y": f"{moment.year % 100:02d}",
        "m": f"{moment.month:02d}",
        "n": str(moment.month),
        "b": MONTHS[moment.month - 1],
        "d": f"{moment.day:02d}",
        "e": str(moment.day),
        "H": f"{moment.hour:02d}",
        "h": str(moment.hour),
        "M": f"{moment.minute:02d}",
        "S": f"{moment.second:02d}",
        "3": f"{moment.microsecond // 1000:03d}",
        "a": DAYS[moment.weekday()],
    }
    return known.get(code, "%" + code)
