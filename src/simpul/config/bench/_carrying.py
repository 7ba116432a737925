"""The country that SQLite holds, carried into PostgreSQL: both are measured with the same people."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, models, router

from simpul.config.bench._tables import bulk
from simpul.config.bench._town import HEAVY
from simpul.safeguards.models import AuditHead, AuditLine, AuditSubject

AT_ONCE = 20_000
# What may hold a sign that COPY reads as its own.
SPEAKS = (
    models.CharField,
    models.TextField,
    models.JSONField,
)
SIGNS = ((92, "\\\\"), (10, "\\n"), (9, "\\t"), (13, "\\r"))


def carry(source: Path) -> float:
    """Fill what is empty here from the tables of the SQLite file; gives the seconds that it took."""
    started = time.monotonic()
    held = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
    try:
        with bulk(HEAVY):
            _forget_own_log()
            for model in apps.get_models():
                if _is_ours(model) and not model._default_manager.exists():
                    _copy(held, model)
    finally:
        held.close()
    return time.monotonic() - started


def _forget_own_log() -> None:
    """Making the tables wrote lines here too; the chain that is carried begins with its own."""
    tables = ", ".join(f'"{one._meta.db_table}"' for one in (AuditLine, AuditSubject, AuditHead))
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {tables}")


def _is_ours(model: type[models.Model]) -> bool:
    return model.__module__.startswith("simpul.") and router.db_for_write(model) == "default"


def _copy(held: sqlite3.Connection, model: type[models.Model]) -> None:
    """Numbers that a table gives by itself are given anew."""
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    table = model._meta.db_table
    with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" ({columns}) FROM STDIN') as copy:
        for lines in _lines(held, table, fields):
            copy.write(lines)


def _lines(held: sqlite3.Connection, table: str, fields: list[models.Field[Any, Any]]) -> Iterator[str]:
    """The rows as COPY reads them, put together by SQLite, which is quicker at it than we are."""
    told = " || char(9) || ".join(_told(field) for field in fields)
    rows = held.execute(f'SELECT {told} FROM "{table}"')  # noqa: S608
    while some := rows.fetchmany(AT_ONCE):
        yield "\n".join([line for (line,) in some]) + "\n"


def _told(field: models.Field[Any, Any]) -> str:
    column = f'"{field.column}"'
    if isinstance(field, SPEAKS):
        for sign, code in SIGNS:
            column = f"replace({column}, char({sign}), '{code}')"
    return f"coalesce({column}, '\\N')"
