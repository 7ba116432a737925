"""Computes an expression at a place in the answers.

Kept like ODK's own engine (JavaRosa): numbers compare as numbers when either side is one, otherwise texts
compare as texts; ``<`` and its kin always compare numbers; an empty answer in arithmetic is "not a number";
``and``/``or`` stop early. Where a path points at several answers, ``=`` asks whether any of them fits, as
XPath 1.0 does.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

from simpul.instruments.errors import ExpressionFault
from simpul.instruments.rules.xpath.functions import FUNCTIONS, unknown_function
from simpul.instruments.rules.xpath.nodes import (
    Binary,
    Call,
    Expression,
    Literal,
    Negative,
    Number,
    Path,
    Reference,
)
from simpul.instruments.rules.xpath.values import (
    InstancePath,
    Nodeset,
    Scalar,
    Value,
    boolean,
    number,
    scalar,
    string,
)
from simpul.kernel.text import N_, Text


class World(Protocol):
    """What an expression can see: the answers around a place, and the day."""

    @property
    def day(self) -> date: ...
    @property
    def moment(self) -> datetime: ...
    def named(self, name: str, at: InstancePath) -> Nodeset: ...
    def walked(self, path: Path, at: InstancePath) -> Nodeset: ...
    def indexed(self, name: str, positions: tuple[tuple[str, int], ...], at: InstancePath) -> Nodeset: ...
    def position(self, at: InstancePath) -> int: ...
    def own(self, at: InstancePath) -> Scalar: ...
    def choice_label(self, value: str, name: str) -> str: ...


def evaluate(tree: Expression, at: InstancePath, world: World) -> Value:
    """The value of an expression at ``at``."""
    if isinstance(tree, Number):
        return tree.value
    if isinstance(tree, Literal):
        return tree.value
    if isinstance(tree, Reference):
        return world.named(tree.name, at)
    if isinstance(tree, Path):
        return world.walked(tree, at)
    if isinstance(tree, Negative):
        return -number(evaluate(tree.operand, at, world))
    if isinstance(tree, Binary):
        return _binary(tree, at, world)
    return _call(tree, at, world)


def _binary(tree: Binary, at: InstancePath, world: World) -> Value:
    left = evaluate(tree.left, at, world)
    if tree.operator == "and":
        return boolean(left) and boolean(evaluate(tree.right, at, world))
    if tree.operator == "or":
        return boolean(left) or boolean(evaluate(tree.right, at, world))
    right = evaluate(tree.right, at, world)
    if tree.operator in _COMPARISONS:
        compare = _COMPARISONS[tree.operator]
        return any(compare(one, other) for one in _each(left) for other in _each(right))
    return _arithmetic(tree.operator, number(left), number(right))


def _each(value: Value) -> tuple[Scalar, ...]:
    if isinstance(value, Nodeset):
        return value.values or ("",)
    return (value,)


def _equal(one: Scalar, other: Scalar) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return boolean(one) == boolean(other)
    if isinstance(one, float) or isinstance(other, float):
        return abs(number(one) - number(other)) < 1e-12
    return string(one) == string(other)


_COMPARISONS: dict[str, Callable[[Scalar, Scalar], bool]] = {
    "=": _equal,
    "!=": lambda one, other: not _equal(one, other),
    "<": lambda one, other: number(one) < number(other),
    "<=": lambda one, other: number(one) <= number(other),
    ">": lambda one, other: number(one) > number(other),
    ">=": lambda one, other: number(one) >= number(other),
}


def _arithmetic(operator: str, left: float, right: float) -> float:
    if math.isnan(left) or math.isnan(right):
        return math.nan
    try:
        if operator == "+":
            return left + right
        if operator == "-":
            return left - right
        if operator == "*":
            return left * right
        if operator == "div":
            return left / right
        return math.fmod(left, right)
    except (ZeroDivisionError, ValueError):
        if operator == "mod" or left == 0:
            return math.nan
        return math.copysign(math.inf, left)


def _call(tree: Call, at: InstancePath, world: World) -> Value:
    special = _SPECIAL.get(tree.function)
    if special is not None:
        return special(tree, at, world)
    function = FUNCTIONS.get(tree.function)
    if function is None or function.compute is None:
        raise unknown_function(tree.function)
    return function.compute(tuple(evaluate(argument, at, world) for argument in tree.arguments))


def _if(tree: Call, at: InstancePath, world: World) -> Value:
    branch = 1 if boolean(evaluate(tree.arguments[0], at, world)) else 2
    return scalar(evaluate(tree.arguments[branch], at, world))


def _once(tree: Call, at: InstancePath, world: World) -> Value:
    """ODK: computed when the answer is still empty; afterwards the stored answer stays."""
    kept = world.own(at)
    return kept if string(kept) != "" else evaluate(tree.arguments[0], at, world)


def _position(tree: Call, at: InstancePath, world: World) -> Value:
    """``position(..)``: the number of this repeat instance, from 1."""
    argument = tree.arguments[0]
    if not isinstance(argument, Path) or set(argument.steps) != {".."}:
        raise ExpressionFault(Text(N_("position() takes .. here. Write position(..) inside a repeat.")))
    return float(world.position(at[: len(at) - _steps_up(at, len(argument.steps))]))


def _steps_up(at: InstancePath, steps: int) -> int:
    """How many parts of an instance path ``steps`` times ``..`` climbs; an index belongs to its repeat."""
    climbed, left = 0, at
    for _ in range(steps):
        if not left:
            break
        size = 2 if isinstance(left[-1], int) else 1
        climbed, left = climbed + size, left[:-size]
    return climbed


def _indexed_repeat(tree: Call, at: InstancePath, world: World) -> Value:
    """``indexed-repeat(${x}, ${repeat}, n)``: the answer to x in the n-th instance, "" when there is none."""
    target, *pairs = tree.arguments
    if not isinstance(target, Reference) or any(not isinstance(pair, Reference) for pair in pairs[::2]):
        raise ExpressionFault(
            Text(N_("indexed-repeat() takes ${question}, ${repeat}, number. Check the order of its parts."))
        )
    positions: list[tuple[str, int]] = []
    for repeat, index in zip(pairs[::2], pairs[1::2], strict=True):
        place = number(evaluate(index, at, world))
        if math.isnan(place) or math.isinf(place):
            return ""
        assert isinstance(repeat, Reference)
        positions.append((repeat.name, int(place)))
    return world.indexed(target.name, tuple(positions), at).single()


def _choice_name(tree: Call, at: InstancePath, world: World) -> Value:
    """``jr:choice-name(value, '${question}')``: the label of a choice in the form's first language."""
    question = tree.arguments[1]
    name = string(evaluate(question, at, world)) if not isinstance(question, Reference) else question.name
    return world.choice_label(
        string(evaluate(tree.arguments[0], at, world)), name.strip().strip("${}").strip()
    )


_SPECIAL: dict[str, Callable[[Call, InstancePath, World], Value]] = {
    "if": _if,
    "once": _once,
    "position": _position,
    "indexed-repeat": _indexed_repeat,
    "jr:choice-name": _choice_name,
    "today": lambda tree, at, world: world.day,
    "now": lambda tree, at, world: world.moment,
}
