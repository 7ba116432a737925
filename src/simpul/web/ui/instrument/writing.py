"""How numbers are typed and shown: 1.250.000 and 2,5 in Indonesian, 1,250,000 and 2.5 in English."""

from __future__ import annotations

import re

from simpul.instruments.queries.forms import Kind, Question

_MARKS = {"id": (".", ","), "en": (",", ".")}


def read_number(text: str, language: str) -> str:
    """What was typed as plain digits; what is no number stays as typed and is told so.

    >>> read_number("1.250.000", "id"), read_number("2,5", "id"), read_number("2.5", "id")
    ('1250000', '2.5', '2.5')
    >>> read_number("1.500", "id"), read_number("1,500", "en")
    ('1500', '1500')
    """
    thousands, decimal = _MARKS.get(language, _MARKS["id"])
    typed = text.strip().removeprefix("Rp").strip().replace("\u00a0", "").replace(" ", "")
    grouped = re.compile(
        rf"-?\d{{1,3}}({re.escape(thousands)}\d{{3}})+({re.escape(decimal)}\d*)?\Z", re.ASCII
    )
    if grouped.match(typed):
        typed = typed.replace(thousands, "")
    return typed.replace(decimal, ".", 1) if re.fullmatch(rf"-?\d+{re.escape(decimal)}\d*", typed) else typed


def show_number(text: str, language: str) -> str:
    """A stored decimal as people type it; grouping is left out so that it can be edited."""
    _, decimal = _MARKS.get(language, _MARKS["id"])
    return text.replace(".", decimal) if re.fullmatch(r"-?\d*\.\d+", text) else text


def read_answer(question: Question, values: list[str], language: str) -> object:
    """An answer from a posted page."""
    if question.kind is Kind.SELECT_MULTIPLE:
        return [value for value in values if value]
    text = values[-1] if values else ""
    if question.kind in {Kind.INTEGER, Kind.DECIMAL, Kind.RANGE}:
        return read_number(text, language)
    return text
