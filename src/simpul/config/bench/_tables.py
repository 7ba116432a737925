"""Rows written past every model: COPY on PostgreSQL, executemany on SQLite. For the bench alone."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection, models, transaction

from simpul.kernel.refs import new_id
from simpul.safeguards.fields import EncryptedTextField

AT_ONCE = 20_000


class Table:
    """Rows of one model on their way to the database. What is not told is the column's default."""

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model
        fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]
        self.names = [field.attname for field in fields]
        self.columns = ", ".join(f'"{field.column}"' for field in fields)
        self.usual = {field.attname: _usual(field) for field in fields}
        self.rows: list[list[Any]] = []
        self.written = 0

    def add(self, **facts: Any) -> uuid.UUID:
        """One row; gives its id when the model's key is a UUID made here."""
        if facts.get("id") is None and "id" in self.usual:
            facts["id"] = new_id()
        usual = self.usual
        self.rows.append([_plain(facts[name] if name in facts else usual[name]) for name in self.names])
        if len(self.rows) >= AT_ONCE:
            self.flush()
        return facts.get("id")  # type: ignore[return-value]

    def flush(self) -> None:
        if not self.rows:
            return
        table = self.model._meta.db_table
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f'COPY "{table}" ({self.columns}) FROM STDIN') as copy:
                    for row in self.rows:
                        copy.write_row(row)
            else:
                marks = ", ".join("?" for _name in self.names)
                statement = f'INSERT INTO "{table}" ({self.columns}) VALUES ({marks})'  # noqa: S608
                cursor.cursor.connection.executemany(statement, self.rows)
        self.written += len(self.rows)
        self.rows = []


def _usual(field: models.Field[Any, Any]) -> Any:
    return "" if isinstance(field, EncryptedTextField) else field.get_default()


def _plain(value: Any) -> Any:
    """The value as the driver takes it."""
    if isinstance(value, (dict, list)):
        return json.dumps(value)
    if connection.vendor == "postgresql":
        return value
    if isinstance(value, uuid.UUID):
        return value.hex
    if isinstance(value, datetime):
        return str(value.astimezone(UTC).replace(tzinfo=None))
    if isinstance(value, date):
        return value.isoformat()
    return value


class Tables:
    """All tables of one seeding, made when first asked for."""

    def __init__(self) -> None:
        self.held: dict[type[models.Model], Table] = {}

    def __getitem__(self, model: type[models.Model]) -> Table:
        if model not in self.held:
            self.held[model] = Table(model)
        return self.held[model]

    def flush(self) -> None:
        for table in self.held.values():
            table.flush()

    @property
    def written(self) -> int:
        return sum(table.written for table in self.held.values())


@contextmanager
def bulk(heavy: Iterable[type[models.Model]]) -> Iterator[Tables]:
    """One transaction without foreign key checks, the heavy tables' indexes made anew at its end."""
    tables = Tables()
    _execute(["PRAGMA foreign_keys=OFF", "PRAGMA synchronous=OFF"], on="sqlite")
    with transaction.atomic():
        _execute(["SET LOCAL session_replication_role = replica"], on="postgresql")
        again = [made for model in heavy for made in _drop_indexes(model)]
        yield tables
        tables.flush()
        _execute(["SET LOCAL maintenance_work_mem = '512MB'"], on="postgresql")
        _execute(again)
    _execute(["PRAGMA foreign_keys=ON", "PRAGMA synchronous=FULL"], on="sqlite")
    _execute(["ANALYZE"])


def _execute(statements: Iterable[str], *, on: str = "") -> None:
    if on and connection.vendor != on:
        return
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _drop_indexes(model: type[models.Model]) -> list[str]:
    """Drop the indexes that stand for themselves; gives the statements that make them again."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s AND indexname NOT IN "
                "(SELECT conname FROM pg_constraint)",
                [table],
            )
        else:
            cursor.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
                "AND tbl_name = %s",
                [table],
            )
        found = cursor.fetchall()
        for name, _sql in found:
            cursor.execute(f'DROP INDEX "{name}"')
    return [sql for _name, sql in found]
