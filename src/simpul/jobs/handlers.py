"""Which function does which kind of work, and what recurs how often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

Handler = Callable[[dict[str, Any]], None]


@dataclass(frozen=True)
class Recurring:
    """A duty that comes round: name, how often, what to do."""

    name: str
    every: timedelta
    do: Callable[[], None]


HANDLERS: dict[str, Handler] = {}
APART: set[str] = set()
RECURRING: dict[str, Recurring] = {}


def handles(kind: str, *, apart: bool = False) -> Callable[[Handler], Handler]:
    """Register the function that does this kind of work, in an app's ``tasks.py``.

    Work that is ``apart`` reads and reckons before it opens the transaction of its act itself, so that
    nobody else's writing waits for its thinking. It must bear being done again: a worker may die between
    that commit and the mark "done".
    """

    def keep(function: Handler) -> Handler:
        HANDLERS[kind] = function
        if apart:
            APART.add(kind)
        return function

    return keep


def recurring(name: str, every: timedelta) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Register a duty that the worker does again and again; it must bear being done twice."""

    def keep(function: Callable[[], None]) -> Callable[[], None]:
        RECURRING[name] = Recurring(name, every, function)
        return function

    return keep
