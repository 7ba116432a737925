"""Several small sets of records of different kinds in one statement, for pages made of many kinds.

Each record comes back as its own model, encrypted fields unopened, as if it had been read by itself.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import QuerySet
from django.utils.dateparse import parse_datetime

from simpul.safeguards.fields import Ciphertext, EncryptedTextField


def together(sets: Mapping[str, QuerySet[Any]]) -> dict[str, list[Any]]:
    """The records of every set by its name, in no order. Annotations come along; ``only`` counts."""
    found: dict[str, list[Any]] = {name: [] for name in sets}
    parts: list[str] = []
    params: list[Any] = []
    for name, records in sets.items():
        try:
            sql, bound = records.order_by().query.get_compiler(records.db).as_sql()
        except EmptyResultSet:
            continue
        parts.append(_part(name, records, sql))
        params += bound
    if not parts:
        return found
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), params)
        rows = cursor.fetchall()
    for name, told in rows:
        found[name].append(_record(sets[name], json.loads(told)))
    return found


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


def _record(records: QuerySet[Any], told: Mapping[str, Any]) -> Any:
    fields = _fields(records)
    vendor = connection.vendor
    values = [_value(field, told[str(field.column)], vendor) for field in fields]
    record = records.model.from_db(records.db, [field.attname for field in fields], values)
    for name, annotation in records.query.annotations.items():
        setattr(record, name, _value(annotation.output_field, told[name], vendor))
    return record


def _value(field: models.Field[Any, Any], told: Any, vendor: str) -> Any:
    """What the column would have given, from what JSON made of it."""
    if isinstance(field, EncryptedTextField):
        return Ciphertext(told) if told else field.nothing
    if told is None:
        return None
    kind: Any = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(kind, models.JSONField):
        return json.loads(told) if vendor == "sqlite" else told
    for column, read in READ:
        if isinstance(kind, column):
            return read(told)
    return told


def _moment(told: str) -> datetime:
    moment = parse_datetime(told)
    if moment is None:
        raise ValueError(told)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


READ: tuple[tuple[type[models.Field[Any, Any]], Callable[[Any], Any]], ...] = (
    (models.UUIDField, uuid.UUID),
    (models.DateTimeField, _moment),  # a DateField too, hence first
    (models.DateField, date.fromisoformat),
    (models.BooleanField, bool),
    (models.DecimalField, lambda told: Decimal(str(told))),
)
