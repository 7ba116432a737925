"""Arithmetic of forms. Like ODK, an empty answer is "not a number", and a sum over one is too:
write ``coalesce(${x}, 0)`` in a calculate row where blanks should count as nothing."""

from __future__ import annotations

import math
from collections.abc import Callable

from simpul.instruments.rules.xpath.values import Nodeset, Value, number


def total(nodes: Nodeset) -> float:
    return math.fsum(number(value) for value in nodes.values) if _finite(nodes) else math.nan


def _finite(nodes: Nodeset) -> bool:
    return all(math.isfinite(number(value)) for value in nodes.values)


def _flat(arguments: tuple[Value, ...]) -> list[float]:
    found: list[float] = []
    for argument in arguments:
        found.extend(number(value) for value in argument.values) if isinstance(
            argument, Nodeset
        ) else found.append(number(argument))
    return found


def least(arguments: tuple[Value, ...]) -> float:
    """The smallest; what is no number does not count, as in ODK."""
    return min(_numbers(arguments), default=math.nan)


def greatest(arguments: tuple[Value, ...]) -> float:
    return max(_numbers(arguments), default=math.nan)


def _numbers(arguments: tuple[Value, ...]) -> list[float]:
    return [value for value in _flat(arguments) if not math.isnan(value)]


def whole(value: float) -> float:
    """Towards zero, as ODK does: ``int(-2.7)`` is -2."""
    return whole_by(math.trunc, value)


def whole_by(how: Callable[[float], int], value: float) -> float:
    return float(how(value)) if math.isfinite(value) else value


def rounded(arguments: tuple[Value, ...]) -> float:
    """Half away from zero for places, half up without places (``round(-2.5)`` is -2).

    >>> rounded((2.5,)), rounded((-2.5,)), rounded((1.25, 1.0)), rounded((1250.0, -2.0))
    (3.0, -2.0, 1.3, 1300.0)
    """
    value = number(arguments[0])
    if not math.isfinite(value):
        return value
    if len(arguments) == 1:
        return float(math.floor(value + 0.5))
    places = number(arguments[1])
    if not math.isfinite(places) or abs(places) > 15:
        return value
    scale = 10.0 ** int(places)
    return math.copysign(math.floor(abs(value) * scale + 0.5 + 1e-9) / scale, value)


def power(arguments: tuple[Value, ...]) -> float:
    try:
        result = number(arguments[0]) ** number(arguments[1])
    except (OverflowError, ZeroDivisionError):
        return math.inf
    return result if isinstance(result, float) else math.nan
