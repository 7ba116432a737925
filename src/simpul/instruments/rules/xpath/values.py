"""Values of expressions and how ODK turns one kind into another.

| from → to | number | string | boolean |
|---|---|---|---|
| empty answer | not a number | "" | false |
| text | its number, else not a number | itself | not empty |
| number | itself | without ".0" when whole, "" when not a number (stored), "NaN" (shown) | not 0 |
| boolean | 1 or 0 | "true"/"false" | itself |
| date | days since 1970-01-01 | ISO | true |
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

InstancePath = tuple[str | int, ...]
Scalar = str | float | bool | date | datetime
EPOCH = date(1970, 1, 1)
_NUMBER = re.compile(r"\s*-?(\d+(\.\d*)?|\.\d+)\s*\Z")


@dataclass(frozen=True)
class Nodeset:
    """Relevant answers that a path points at, in document order."""

    paths: tuple[InstancePath, ...]
    values: tuple[Scalar, ...]

    def single(self) -> Scalar:
        return self.values[0] if self.values else ""


Value = Scalar | Nodeset


def scalar(value: Value) -> Scalar:
    return value.single() if isinstance(value, Nodeset) else value


def number(value: Value) -> float:
    """The number a value stands for; NaN when it stands for none.

    >>> number("2.5"), number(True), number(date(1970, 1, 2))
    (2.5, 1.0, 1.0)
    """
    plain = scalar(value)
    if isinstance(plain, bool):
        return 1.0 if plain else 0.0
    if isinstance(plain, float):
        return plain
    if isinstance(plain, datetime):
        midnight = datetime.combine(plain.date(), time(), plain.tzinfo)
        return (plain.date() - EPOCH).days + (plain - midnight) / timedelta(days=1)
    if isinstance(plain, date):
        return float((plain - EPOCH).days)
    plain = plain.replace(",", ".")  # ODK reads a decimal comma as well
    return float(plain) if len(plain) < 400 and _NUMBER.match(plain) else math.nan


def string(value: Value) -> str:
    """The text a value is shown and stored as.

    >>> string(3.0), string(2.5), string(True), string(date(2026, 11, 23))
    ('3', '2.5', 'true', '2026-11-23')
    """
    plain = scalar(value)
    if isinstance(plain, bool):
        return "true" if plain else "false"
    if isinstance(plain, float):
        return number_text(plain)
    if isinstance(plain, datetime):
        return plain.isoformat(timespec="milliseconds")
    if isinstance(plain, date):
        return plain.isoformat()
    return plain


def number_text(value: float) -> str:
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    text = repr(value)
    return text if "e" not in text else f"{value:.17f}".rstrip("0").rstrip(".")


def boolean(value: Value) -> bool:
    """Whether a value counts as true; a path that points at nothing is false."""
    plain = scalar(value)
    if isinstance(plain, bool):
        return plain
    if isinstance(plain, float):
        return not (math.isnan(plain) or abs(plain) < 1e-12)
    if isinstance(plain, date):
        return True
    return plain != ""


def as_date(value: Value) -> date | None:
    """The day a value means: a date, ISO text, or a number of days since 1970."""
    plain = scalar(value)
    if isinstance(plain, datetime):
        return plain.date()
    if isinstance(plain, date):
        return plain
    if isinstance(plain, str) and len(plain) >= 10:
        try:
            return date.fromisoformat(plain[:10])
        except ValueError:
            return None
    days = number(plain)
    if math.isnan(days) or math.isinf(days) or abs(days) > 1_000_000:
        return None
    try:
        return EPOCH + timedelta(days=math.floor(days))
    except OverflowError:
        return None


def as_moment(value: Value) -> datetime | None:
    """The moment a value means; a day means its midnight."""
    plain = scalar(value)
    if isinstance(plain, datetime):
        return plain
    if isinstance(plain, str):
        try:
            return datetime.fromisoformat(plain)
        except ValueError:
            return None
    day = as_date(plain)
    if day is None:
        return None
    fraction = number(plain) % 1 if isinstance(plain, float) else 0.0
    return datetime.combine(day, time()) + timedelta(days=fraction)
