"""Statements that are put together once and asked many times, each time with other facts.

Django builds a statement anew whenever it is asked. On a page of twenty statements that is half the work,
and comes to the same text each time. A maker that is prepared names every fact by which its sets differ:

    def _of_case(case: uuid.UUID, moment: datetime) -> dict[str, QuerySet[Any]]:
        return {"visits": AftercareVisit.objects.filter(case=case, due_at__gt=moment)}

    ask_together(_of_case, case=case.pk, moment=now())

It is called once with stand-ins for identifiers, moments and days; those stand in the statement where the
true ones go later. Whatever else a fact is (a word, a number, nothing) makes a statement of its own, so a
maker may branch on it. A maker that reaches for the clock or a record by itself would freeze what it found:
a statement with an identifier, moment or day in it that is no stand-in is refused.

Never prepare a reach: what an actor may see is worked out anew each time (``safeguards.reach``).
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from simpul.safeguards.together import Statement, statement_of

Maker = Callable[..., Mapping[str, QuerySet[Any]]]
LENGTHS = (1, 2, 5, 10, 25, 50, 100)  # a list of identifiers is filled up to one of these
_FIXED = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\d.*", re.S)


@dataclass(frozen=True)
class _Kind:
    """What a fact is stood in for: an identifier, a moment, a day, or so many identifiers."""

    of: str
    length: int = 0


@dataclass(frozen=True)
class _Place:
    """Where a fact goes in the statement."""

    fact: str
    number: int


def ask_together(make: Maker, /, **facts: Any) -> dict[str, list[Any]]:
    """``together(make(**facts))`` with a statement that is kept."""
    kinds = tuple((name, _kind_of(value)) for name, value in sorted(facts.items()))
    statement = _prepared(make, kinds, connection.vendor)
    given = {name: _list_of(value, kind) for (name, kind), value in zip(kinds, _values(facts), strict=True)}
    return statement.ask(
        tuple(
            _bound(given[one.fact][one.number]) if isinstance(one, _Place) else one
            for one in statement.params
        )
    )


def _values(facts: Mapping[str, Any]) -> list[Any]:
    return [facts[name] for name in sorted(facts)]


def _kind_of(value: Any) -> Any:
    if isinstance(value, uuid.UUID):
        return _Kind("uuid")
    if isinstance(value, datetime):
        return _Kind("moment")
    if isinstance(value, date):
        return _Kind("day")
    if isinstance(value, (list, tuple)):
        return _Kind("uuids", _room_for(len(value)))
    return value


def _room_for(count: int) -> int:
    if count == 0:
        return 0
    return next((length for length in LENGTHS if length >= count), count)


def _list_of(value: Any, kind: Any) -> Sequence[Any]:
    """The fact as a list as long as its stand-in; a shorter one repeats its first."""
    if isinstance(kind, _Kind) and kind.of == "uuids":
        return [*value, *[value[0]] * (kind.length - len(value))] if value else []
    return [value]


def _bound(value: Any) -> Any:
    """The value as this database's driver takes it."""
    if isinstance(value, uuid.UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value)


@lru_cache(maxsize=1024)
def _prepared(make: Maker, kinds: tuple[tuple[str, Any], ...], _vendor: str) -> Statement:
    """The statement with places instead of the facts."""
    places: dict[Any, _Place] = {}
    stand_ins: dict[str, Any] = {}
    for name, kind in kinds:
        stand_ins[name] = kind
        if isinstance(kind, _Kind):
            made = [_stand_in(kind.of, len(places) + number) for number in range(max(1, kind.length))]
            made = made if kind.of != "uuids" or kind.length else []
            places |= {_bound(one): _Place(name, number) for number, one in enumerate(made)}
            stand_ins[name] = made if kind.of == "uuids" else made[0]
    statement = statement_of(make(**stand_ins))
    params = tuple(places.get(one, one) if _hashable(one) else one for one in statement.params)
    fixed = [one for one in params if _is_fixed(one)]
    if fixed:
        raise RuntimeError(f"{make.__qualname__} holds what is no fact of it: {fixed[0]!r}")
    return Statement(statement.sql, params, statement.shapes)


def _stand_in(kind: str, number: int) -> Any:
    if kind == "moment":
        return datetime(9000, 1, 1, 0, 0, 0, number + 1, tzinfo=UTC)
    if kind == "day":
        return date(9000 + number, 2, 3)
    return uuid.uuid4()


def _hashable(value: Any) -> bool:
    return isinstance(value, (str, uuid.UUID, date))


def _is_fixed(value: Any) -> bool:
    if isinstance(value, (uuid.UUID, date)):
        return True
    return isinstance(value, str) and _FIXED.fullmatch(value) is not None
