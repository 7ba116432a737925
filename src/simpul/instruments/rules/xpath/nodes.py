"""The shapes an expression can have once it has been read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Number:
    value: float


@dataclass(frozen=True)
class Literal:
    value: str


@dataclass(frozen=True)
class Reference:
    """``${name}``: the question of that name, in the same repeat instance where there is one."""

    name: str


@dataclass(frozen=True)
class Path:
    """``.``, ``..``, ``../name`` or ``/data/group/name``; no predicates."""

    absolute: bool
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Call:
    function: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True)
class Binary:
    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True)
class Negative:
    operand: Expression


Expression = Number | Literal | Reference | Path | Call | Binary | Negative


def walk(tree: Expression) -> Iterator[Expression]:
    """The expression and everything inside it."""
    yield tree
    if isinstance(tree, Call):
        for argument in tree.arguments:
            yield from walk(argument)
    elif isinstance(tree, Binary):
        yield from walk(tree.left)
        yield from walk(tree.right)
    elif isinstance(tree, Negative):
        yield from walk(tree.operand)
