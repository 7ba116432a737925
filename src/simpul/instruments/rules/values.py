"""What an answer may look like for each kind of question, in the form it is stored and sent by phones."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date, datetime, time

from simpul.instruments.rules import limits
from simpul.instruments.rules.model import Kind, Question
from simpul.instruments.rules.xpath import Scalar, number
from simpul.kernel.text import N_, Text

_INTEGER = re.compile(r"-?\d{1,10}\Z", re.ASCII)
_DECIMAL = re.compile(r"-?(\d{1,15}(\.\d{0,10})?|\.\d{1,10})\Z", re.ASCII)
_POINT = re.compile(r"-?\d{1,2}(\.\d{1,15})? -?\d{1,3}(\.\d{1,15})?( -?\d{1,6}(\.\d{1,6})?){0,2}\Z", re.ASCII)
LARGEST_INTEGER = 2_147_483_647


def written(value: object, kind: Kind) -> str:
    """Any answer as the text a phone would send: plain digits, ISO dates, choices separated by spaces.

    >>> written(["a", "b"], Kind.SELECT_MULTIPLE), written(3, Kind.INTEGER), written(None, Kind.TEXT)
    ('a b', '3', '')
    """
    text = _plain(value)
    if kind is Kind.TEXT:
        return _clean(text).rstrip()
    if kind is Kind.SELECT_MULTIPLE:
        return " ".join(dict.fromkeys(text.split()))
    return text.strip()


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return " ".join(map(str, value))
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def _clean(text: str) -> str:
    """Line ends as one sign, no control characters that break XML on phones and in letters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")


def kind_fault(question: Question, text: str, offered: frozenset[str]) -> Text | None:
    """Why this text cannot be an answer to this question, or None."""
    if len(text) > limits.LONGEST_TEXT:
        return Text(
            N_("The answer is longer than %(limit)s characters. Shorten it or split it."),
            {"limit": limits.LONGEST_TEXT},
        )
    check = _CHECKS.get(question.kind)
    if check is not None:
        return check(text)
    if question.kind is Kind.RANGE:
        return _range_fault(question, text)
    if question.kind in {Kind.SELECT_ONE, Kind.SELECT_MULTIPLE}:
        chosen = text.split() if question.kind is Kind.SELECT_MULTIPLE else [text]
        if any(name not in offered for name in chosen):
            return Text(N_("Choose from the answers that are offered."))
    return None


def _integer_fault(text: str) -> Text | None:
    if not _INTEGER.match(text):
        return Text(N_("Write a whole number in digits, for example 12."))
    if abs(int(text)) > LARGEST_INTEGER:
        return Text(N_("The number is too large. Write at most 2147483647."))
    return None


def _decimal_fault(text: str) -> Text | None:
    return None if _DECIMAL.match(text) else Text(N_("Write a number in digits, for example 2.5."))


def _date_fault(text: str) -> Text | None:
    try:
        return None if len(text) == 10 and date.fromisoformat(text) else _date_words()
    except ValueError:
        return _date_words()


def _date_words() -> Text:
    return Text(N_("Write a real date: year, month and day, for example 2026-11-23."))


def _time_fault(text: str) -> Text | None:
    try:
        time.fromisoformat(text)
    except ValueError:
        return Text(N_("Write a time of day, for example 14:30."))
    return None


def _moment_fault(text: str) -> Text | None:
    try:
        return None if "T" in text and datetime.fromisoformat(text) else _date_words()
    except ValueError:
        return Text(N_("Write a date and a time, for example 2026-11-23T14:30."))


def _point_fault(text: str) -> Text | None:
    fits = _POINT.match(text) is not None
    if fits:
        latitude, longitude = (float(part) for part in text.split()[:2])
        fits = abs(latitude) <= 90 and abs(longitude) <= 180
    return (
        None
        if fits
        else Text(N_("Write latitude and longitude with a space between, for example -7.98 112.63."))
    )


def _acknowledge_fault(text: str) -> Text | None:
    return None if text == "OK" else Text(N_("Tick the box to confirm, or leave it empty."))


_CHECKS = {
    Kind.INTEGER: _integer_fault,
    Kind.DECIMAL: _decimal_fault,
    Kind.DATE: _date_fault,
    Kind.TIME: _time_fault,
    Kind.MOMENT: _moment_fault,
    Kind.GEOPOINT: _point_fault,
    Kind.ACKNOWLEDGE: _acknowledge_fault,
}


def range_bounds(question: Question) -> tuple[float, float, float]:
    """Start, end and step of a range; ODK's defaults are 1 to 10 by 1."""
    bounds = tuple(
        number(question.parameters.get(key, usual))
        for key, usual in (("start", "1"), ("end", "10"), ("step", "1"))
    )
    start, end, step = (bound if math.isfinite(bound) else 1.0 for bound in bounds)
    return start, end, abs(step) or 1.0


def _range_fault(question: Question, text: str) -> Text | None:
    start, end, step = range_bounds(question)
    value = number(text)
    low, high = min(start, end), max(start, end)
    steps = (value - low) / step
    if not math.isfinite(value) or not low <= value <= high or abs(steps - round(steps)) > 1e-9:
        return Text(N_("Choose a number from %(low)s to %(high)s."), {"low": f"{low:g}", "high": f"{high:g}"})
    return None


def typed(question: Question, text: str) -> Scalar:
    """The value formulas see: dates as dates, numbers as numbers; what does not fit its kind stays text."""
    if text == "":
        return ""
    if question.kind in {Kind.INTEGER, Kind.DECIMAL, Kind.RANGE}:
        value = number(text)
        return value if math.isfinite(value) else text
    try:
        if question.kind is Kind.DATE:
            return date.fromisoformat(text)
        if question.kind is Kind.MOMENT:
            return datetime.fromisoformat(text)
    except ValueError:
        return text
    return text


def stored(question: Question, text: str) -> object:
    """The value kept in answers: whole numbers as numbers, chosen ones as a list, the rest as text."""
    if question.kind is Kind.INTEGER and _INTEGER.match(text):
        return int(text)
    if question.kind is Kind.SELECT_MULTIPLE:
        return text.split()
    return text
