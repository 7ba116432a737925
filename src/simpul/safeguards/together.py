"""Several small sets of records of different kinds in one statement, for pages made of many kinds.

Each record comes back as its own model, encrypted fields unopened, as if it had been read by itself.
``prepared.ask_together`` does the same with a statement that is put together once.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import QuerySet
from django.utils.dateparse import parse_datetime

from simpul.safeguards.fields import Ciphertext, EncryptedTextField

Reader = Callable[[Any], Any]


@dataclass(frozen=True)
class Shape:
    """How the rows of one set become records again."""

    model: type[models.Model]
    database: str
    names: tuple[str, ...]
    columns: tuple[tuple[str, Reader], ...]
    annotations: tuple[tuple[str, Reader], ...]

    def record(self, told: Mapping[str, Any]) -> Any:
        values = [read(told[column]) for column, read in self.columns]
        record = self.model.from_db(self.database, self.names, values)
        for name, read in self.annotations:
            setattr(record, name, read(told[name]))
        return record


@dataclass(frozen=True)
class Statement:
    """One statement for all sets, with what it is asked with."""

    sql: str
    params: tuple[Any, ...]
    shapes: Mapping[str, Shape]

    def ask(self, params: tuple[Any, ...] | None = None) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {name: [] for name in self.shapes}
        if not self.sql:
            return found
        with _cursor(kept=params is not None) as cursor:
            cursor.execute(self.sql, self.params if params is None else params)
            rows = cursor.fetchall()
        for name, told in rows:
            found[name].append(self.shapes[name].record(json.loads(told)))
        return found


def _cursor(*, kept: bool) -> Any:
    """A cursor for one statement. PostgreSQL plans one that comes again only once a connection."""
    if not kept or connection.vendor != "postgresql":
        return connection.cursor()
    from django.db.backends.postgresql import base

    connection.ensure_connection()
    driver: Any = base
    wrapped: Any = connection
    return wrapped._prepare_cursor(driver.ServerBindingCursor(wrapped.connection))


def together(sets: Mapping[str, QuerySet[Any]]) -> dict[str, list[Any]]:
    """The records of every set by its name, in no order. Annotations come along; ``only`` counts."""
    return statement_of(sets).ask()


def statement_of(sets: Mapping[str, QuerySet[Any]]) -> Statement:
    """The sets as one statement; those that can hold nothing are left out of it."""
    parts: list[str] = []
    params: list[Any] = []
    for name, records in sets.items():
        if records.query.select_related:
            raise ValueError(f"{name}: the columns of other tables would hide its own")
        try:
            whole = records if records.query.is_sliced else records.order_by()
            sql, bound = whole.query.get_compiler(records.db).as_sql()
        except EmptyResultSet:
            continue
        parts.append(_part(name, records, sql))
        params += bound
    shapes = {name: _shape(records) for name, records in sets.items()}
    return Statement(" UNION ALL ".join(parts), tuple(params), shapes)


def _part(name: str, records: QuerySet[Any], sql: str) -> str:
    """One set as rows of its name and a JSON text. Names come from the code, never from a request."""
    if not name.isidentifier():
        raise ValueError(name)
    if connection.vendor == "postgresql":
        return f"SELECT '{name}', row_to_json(part)::text FROM ({sql}) AS part"  # noqa: S608
    wanted = [field.column for field in _fields(records)] + list(records.query.annotations)
    told = ", ".join(f"'{one}', part.\"{one}\"" for one in wanted)
    return f"SELECT '{name}', json_object({told}) FROM ({sql}) AS part"  # noqa: S608


def _fields(records: QuerySet[Any]) -> list[models.Field[Any, Any]]:
    """The columns that are wanted, as ``only`` or ``defer`` left them."""
    names, deferred = records.query.deferred_loading
    return [
        field
        for field in records.model._meta.concrete_fields
        if field.primary_key or (field.name in names) is not deferred
    ]


def _shape(records: QuerySet[Any]) -> Shape:
    fields, vendor = _fields(records), connection.vendor
    return Shape(
        model=records.model,
        database=records.db,
        names=tuple(field.attname for field in fields),
        columns=tuple((str(field.column), reader(field, vendor)) for field in fields),
        annotations=tuple(
            (name, reader(annotation.output_field, vendor))
            for name, annotation in records.query.annotations.items()
        ),
    )


def reader(field: models.Field[Any, Any], vendor: str) -> Reader:
    """Gives what the column would have given, from what JSON made of it."""
    if isinstance(field, EncryptedTextField):
        nothing = field.nothing
        return lambda told: Ciphertext(told) if told else nothing
    kind: Any = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(kind, models.JSONField):
        return _parsed if vendor == "sqlite" else _as_told
    for column, read in READ:
        if isinstance(kind, column):
            return _unless_nothing(read)
    return _as_told


def _unless_nothing(read: Reader) -> Reader:
    return lambda told: None if told is None else read(told)


def _as_told(told: Any) -> Any:
    return told


def _parsed(told: Any) -> Any:
    return None if told is None else json.loads(told)


def _moment(told: str) -> datetime:
    moment = parse_datetime(told)
    if moment is None:
        raise ValueError(told)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


READ: tuple[tuple[type[models.Field[Any, Any]], Reader], ...] = (
    (models.UUIDField, uuid.UUID),
    (models.DateTimeField, _moment),  # a DateField too, hence first
    (models.DateField, date.fromisoformat),
    (models.BooleanField, bool),
    (models.DecimalField, lambda told: Decimal(str(told))),
)
