"""Rows written past every model into SQLite, from where PostgreSQL gets them. For the bench alone."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection, connections, models, router, transaction

from simpul.kernel.refs import new_id
from simpul.safeguards.fields import EncryptedTextField

AT_ONCE = 20_000
QUICK = (
    "PRAGMA foreign_keys=OFF",
    "PRAGMA synchronous=OFF",
    "PRAGMA journal_mode=OFF",
    "PRAGMA secure_delete=OFF",
    "PRAGMA cache_size=-1500000",  # kB; what is unique by chance (digests) is kept sorted in it
)
SAFE = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA cache_size=-32000",
)


class Table:
    """Rows of one model on their way to the database. What is not told is the column's default.

    Tens of millions of rows pass here: how each column is told to the driver is settled once, not a row.
    """

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model
        self.alias = router.db_for_write(model)
        fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]
        self.columns = ", ".join(f'"{field.column}"' for field in fields)
        self.marks = ", ".join("?" for _field in fields)
        self.place = {field.attname: (number, _telling(field)) for number, field in enumerate(fields)}
        self.usual = [self.place[field.attname][1](_usual(field)) for field in fields]
        self.makes_id = "id" in self.place
        self.rows: list[list[Any]] = []
        self.written = 0

    def like(self, **facts: Any) -> list[Any]:
        """What many rows have in common, told once; ``add(like, ...)`` goes on from it."""
        row = self.usual.copy()
        for name, value in facts.items():
            number, told = self.place[name]
            row[number] = told(value)
        return row

    def add(self, like: list[Any] | None = None, /, **facts: Any) -> uuid.UUID:
        """One row; gives its id when the model's key is a UUID made here."""
        if self.makes_id and facts.get("id") is None:
            facts["id"] = new_id()
        row, place = (like or self.usual).copy(), self.place
        for name, value in facts.items():
            number, told = place[name]
            row[number] = told(value)
        self.rows.append(row)
        if len(self.rows) >= AT_ONCE:
            self.flush()
        return facts.get("id")  # type: ignore[return-value]

    def add_all(self, like: list[Any], names: Sequence[str], told: Iterable[Sequence[Any]]) -> None:
        """Many rows that differ in these columns alone; the quick way for what there are millions of."""
        places, rows = [self.place[name] for name in names], self.rows
        for values in told:
            row = like.copy()
            for (number, tell), value in zip(places, values, strict=True):
                row[number] = tell(value)
            rows.append(row)
        if len(rows) >= AT_ONCE:
            self.flush()

    def flush(self) -> None:
        if not self.rows:
            return
        table, there = self.model._meta.db_table, connections[self.alias]
        with transaction.atomic(using=self.alias, savepoint=False), there.cursor() as cursor:
            statement = f'INSERT INTO "{table}" ({self.columns}) VALUES ({self.marks})'  # noqa: S608
            cursor.cursor.connection.executemany(statement, self.rows)
        self.written += len(self.rows)
        self.rows = []


def _usual(field: models.Field[Any, Any]) -> Any:
    return "" if isinstance(field, EncryptedTextField) else field.get_default()


def _telling(field: models.Field[Any, Any]) -> Callable[[Any], Any]:
    """How a value of this column is told: as SQLite keeps it."""
    kind = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(kind, models.JSONField):
        return json.dumps
    if isinstance(kind, models.UUIDField):
        return _hex
    if isinstance(kind, models.DateField):  # a moment is a kind of day
        return _moment
    return _as_it_is


def _hex(value: uuid.UUID | str | None) -> str | None:
    return value.hex if isinstance(value, uuid.UUID) else value


def _moment(value: date | str | None) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return written(value)
    return None if value is None else value.isoformat()


def written(moment: datetime) -> str:
    """A moment as the database keeps it; for what is told many times over."""
    return str(moment.astimezone(UTC).replace(tzinfo=None))


def _as_it_is(value: Any) -> Any:
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
    """One transaction without foreign key checks, the heavy tables' indexes made anew at its end.

    On SQLite without a journal: a seeding that is cut off leaves a broken file, which is thrown away.
    """
    tables = Tables()
    _execute(QUICK, on="sqlite")
    with transaction.atomic():
        _execute(["SET LOCAL session_replication_role = replica"], on="postgresql")
        again = [made for model in heavy for made in _drop_indexes(model)]
        yield tables
        tables.flush()
        _execute(["SET LOCAL maintenance_work_mem = '512MB'"], on="postgresql")
        _execute(again)
    _execute(SAFE, on="sqlite")
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
