"""A consistent copy of one database while others write to it, with the number of rows of each table."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simpul.config.backup import postgres


@dataclass(frozen=True)
class Snapshot:
    """A copy and what it should hold when it is read back."""

    path: Path
    engine: str
    counts: dict[str, int]
    rows: Path | None = None  # rows about persons, sealed, which are not in the copy


def engine_of(database: Mapping[str, Any]) -> str:
    """``sqlite`` or ``postgresql``."""
    return "postgresql" if str(database["ENGINE"]).endswith("postgresql") else "sqlite"


def take(database: Mapping[str, Any], folder: Path, name: str, *, seal: bool = False) -> Snapshot:
    """Copy a database into ``folder``; with ``seal`` rows about persons lie beside it, under their keys."""
    if engine_of(database) == "postgresql":
        return _take_postgres(database, folder / f"{name}.dump", seal=seal)
    return _take_sqlite(Path(str(database["NAME"])), folder / f"{name}.sqlite3", seal=seal)


def sqlite_counts(path: Path) -> dict[str, int]:
    """Rows of each table of a SQLite file; the file must be sound."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as copy:
        verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            raise ValueError(f"{path.name}: {verdict}")
        query = "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        tables = [row[0] for row in copy.execute(query)]
        return {table: copy.execute(f'SELECT COUNT(*) FROM "{table}"').fetchone()[0] for table in tables}  # noqa: S608


def _take_sqlite(source: Path, target: Path, *, seal: bool) -> Snapshot:
    # All pages in one step: the copy sees one moment, and writers wait the half second it takes.
    uri = f"{source.resolve().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(uri, uri=True, timeout=30)) as data,
        closing(sqlite3.connect(target)) as copy,
    ):
        data.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE")
    counts = sqlite_counts(target)
    return Snapshot(target, "sqlite", counts, _sealed_sqlite(target, counts) if seal else None)


def _sealed_sqlite(copy: Path, counts: dict[str, int]) -> Path:
    from simpul.config.backup.sealing import seal_sqlite  # needs Django's models; the rest does not

    return seal_sqlite(copy, copy.parent, counts)


def postgres_counts(cursor: Any) -> dict[str, int]:
    """Rows of each table of the open PostgreSQL connection."""
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
    tables = [row[0] for row in cursor.fetchall() if row[0] != postgres.UNFINISHED]
    counts: dict[str, int] = {}
    for table in tables:
        cursor.execute(f'SELECT COUNT(*) FROM public."{table}"')  # noqa: S608
        counts[table] = int(cursor.fetchone()[0])
    return counts


def connect(database: Mapping[str, Any]) -> Any:
    """A connection of its own, apart from Django's."""
    import psycopg

    keys = {"HOST": "host", "PORT": "port", "USER": "user", "PASSWORD": "password", "NAME": "dbname"}
    facts = {theirs: database[ours] for ours, theirs in keys.items() if database.get(ours)}
    return psycopg.connect(**facts)


def _take_postgres(database: Mapping[str, Any], target: Path, *, seal: bool) -> Snapshot:
    options = ["-Fc", "--no-owner", "-f", str(target)]
    rows = None
    with connect(database) as connection, connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        shared = cursor.fetchone()[0]  # rows are counted in the very moment that is dumped
        counts = postgres_counts(cursor)
        if seal:
            from simpul.config.backup.cuts import cuts
            from simpul.config.backup.sealing import seal_postgres

            rows = seal_postgres(cursor, target.parent, counts)
            options += [f"--exclude-table-data=public.{cut.table}" for cut, _statement in cuts()]
        postgres.run("pg_dump", [*options, f"--snapshot={shared}"], database)
    return Snapshot(target, "postgresql", counts, rows)
