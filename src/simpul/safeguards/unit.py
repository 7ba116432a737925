"""One unit of work: what was written and its lines in the log stand or fall together.

A reading unit (one page) collects the lines of several queries and writes them once, before the answer
leaves the house. A writing unit opens the transaction; refusals survive its rollback, because they are
written after it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import connection, transaction

from simpul.safeguards import chain


@dataclass
class Unit:
    """The lines that wait for the end of the work, and whether a transaction is open."""

    atomic: bool
    lines: list[chain.Line] = field(default_factory=list)
    refusals: list[chain.Line] = field(default_factory=list)
    remembered: dict[Hashable, Any] = field(default_factory=dict)


BREATH = 0.15

_current: ContextVar[Unit | None] = ContextVar("simpul_unit", default=None)


T = TypeVar("T")


def current() -> Unit | None:
    return _current.get()


def once_a_page(key: Hashable, find: Callable[[], T]) -> T:
    """What ``find`` gave first while this page is being read. A write within the page forgets it."""
    unit = _current.get()
    if unit is None or unit.atomic:
        return find()
    if key not in unit.remembered:
        unit.remembered[key] = find()
    found: T = unit.remembered[key]
    return found


@contextmanager
def reading_unit() -> Iterator[Unit]:
    """Collect the lines of all queries of one page; write them when the page is ready, or failed."""
    outer = _current.get()
    if outer is not None:
        yield outer
        return
    unit = Unit(atomic=False)
    token = _current.set(unit)
    try:
        yield unit
    finally:
        _current.reset(token)
        if unit.lines or unit.refusals:
            with transaction.atomic():
                chain.append(unit.lines + unit.refusals)


@contextmanager
def writing_unit() -> Iterator[Unit]:
    """Open the transaction of an act; nested acts share it and only set a savepoint."""
    outer = _current.get()
    if outer is not None and outer.atomic:
        mark = len(outer.lines)
        try:
            with transaction.atomic():
                yield outer
        except BaseException:
            del outer.lines[mark:]
            raise
        return
    unit = Unit(atomic=True)
    if outer is not None:
        outer.remembered.clear()
    token = _current.set(unit)
    try:
        with transaction.atomic():
            yield unit
            chain.append(unit.lines)
    finally:
        _current.reset(token)
        _keep(unit.refusals, outer)


def _keep(refusals: list[chain.Line], outer: Unit | None) -> None:
    if not refusals:
        return
    if outer is not None:
        outer.refusals.extend(refusals)
        return
    with transaction.atomic():
        chain.append(refusals)


def stand_back() -> None:
    """Between two pieces of long work: let those in who wait to write.

    SQLite has one writer and no queue: whoever waits looks ten times a second. A writer that begins again
    at once keeps everybody else out until they give up.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        time.sleep(BREATH)
