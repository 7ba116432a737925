"""Text functions, and patterns that cannot be used to stop the machine."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as pattern_parser  # type: ignore[attr-defined]
from typing import Any

from simpul.instruments.errors import ExpressionFault
from simpul.instruments.rules.xpath.values import Nodeset, Value, number, string
from simpul.kernel.text import N_, Text

LONGEST_PATTERN = 300
LONGEST_SUBJECT = 300
MOST_OPEN_REPEATS = 3
LONGEST_TEXT = 100_000


def _capped(text: str) -> str:
    return text[:LONGEST_TEXT]


def concat(arguments: tuple[Value, ...]) -> str:
    return _capped("".join("".join(_strings(argument)) for argument in arguments))


def join(arguments: tuple[Value, ...]) -> str:
    parts: list[str] = []
    for argument in arguments[1:]:
        parts.extend(_strings(argument))
    return _capped(string(arguments[0]).join(parts))


def _strings(value: Value) -> list[str]:
    return [string(one) for one in value.values] if isinstance(value, Nodeset) else [string(value)]


def substr(arguments: tuple[Value, ...]) -> str:
    """``substr(text, from[, before])``, counted from 0.

    >>> substr(("3573", 0.0, 2.0))
    '35'
    """
    text = string(arguments[0])
    start = _index(arguments[1], 0)
    end = _index(arguments[2], len(text)) if len(arguments) > 2 else len(text)
    return text[start:end]


def _index(value: Value, otherwise: int) -> int:
    place = number(value)
    return int(max(-1e6, min(1e6, place))) if not math.isnan(place) else otherwise


def before(arguments: tuple[Value, ...]) -> str:
    head, found, _ = string(arguments[0]).partition(string(arguments[1]) or "\0")
    return head if found else ""


def after(arguments: tuple[Value, ...]) -> str:
    mark = string(arguments[1])
    return string(arguments[0]).partition(mark)[2] if mark else string(arguments[0])


def translate(arguments: tuple[Value, ...]) -> str:
    """Replace single characters by their partners; characters without a partner go.

    >>> translate(("08-12", "-", ""))
    '0812'
    """
    source, target = string(arguments[1]), string(arguments[2])
    table: dict[int, str | None] = {}
    for place, character in enumerate(source):
        table.setdefault(ord(character), target[place] if place < len(target) else None)
    return string(arguments[0]).translate(table)


def selected(arguments: tuple[Value, ...]) -> bool:
    """Whether a choice is among the chosen ones; word for word as ODK: nothing is selected in nothing."""
    chosen, one = string(arguments[0]), string(arguments[1]).strip()
    return f" {one} " in f" {chosen} "


def selected_at(arguments: tuple[Value, ...]) -> str:
    chosen = string(arguments[0]).split()
    place = number(arguments[1])
    return chosen[int(place)] if not math.isnan(place) and 0 <= place < len(chosen) else ""


def matches(text: str, pattern: str) -> bool:
    """Whether the whole text fits the pattern (ODK: ``regex`` is anchored at both ends)."""
    return len(text) <= LONGEST_SUBJECT and compile_pattern(pattern).fullmatch(text) is not None


@lru_cache(maxsize=512)
def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern that is safe to run: short, few open repeats, none inside another, no back references."""
    if len(pattern) > LONGEST_PATTERN:
        raise _pattern_fault()
    try:
        tree = pattern_parser.parse(pattern)
        compiled = re.compile(pattern, re.ASCII)
    except (re.error, RecursionError, OverflowError) as fault:
        raise _pattern_fault() from fault
    if _open_repeats(tree, inside=False) > MOST_OPEN_REPEATS:
        raise _pattern_fault()
    return compiled


def _open_repeats(tree: Any, *, inside: bool) -> int:
    """Counts repeats that can grow; one inside another is refused outright."""
    found = 0
    for code, value in tree:
        if code in {codes.MAX_REPEAT, codes.MIN_REPEAT}:
            _, most, body = value
            wide = most == codes.MAXREPEAT or most > 20
            if wide and inside:
                raise _pattern_fault()
            found += (1 if wide else 0) + _open_repeats(body, inside=inside or wide or most > 1)
        elif code is codes.SUBPATTERN:
            found += _open_repeats(value[-1], inside=inside)
        elif code is codes.BRANCH:
            if inside and len(value[1]) > 1 and not all(_single(branch) for branch in value[1]):
                raise _pattern_fault()
            found += sum(_open_repeats(branch, inside=inside) for branch in value[1])
        elif code in {codes.ASSERT, codes.ASSERT_NOT}:
            found += _open_repeats(value[1], inside=inside)
        elif code in {codes.GROUPREF, codes.GROUPREF_EXISTS}:
            raise _pattern_fault()
    return found


def _single(branch: Any) -> bool:
    return len(branch) == 1 and branch[0][0] in {codes.LITERAL, codes.IN, codes.CATEGORY}


def _pattern_fault() -> ExpressionFault:
    return ExpressionFault(
        Text(
            N_(
                "The pattern of regex() cannot be used. Keep it short, close its brackets, and put no repeat "
                "inside a repeat."
            )
        )
    )
