"""What a deletion leaves behind outside the tables, and how it is wiped.

SQLite keeps old pages in its write-ahead log until that is emptied; PostgreSQL keeps old rows in the table's
file until the table is written anew. (``secure_delete`` overwrites what SQLite frees; see settings/database.)
"""

from __future__ import annotations

import time
from collections.abc import Collection
from typing import Any

from django.db import OperationalError, connections

from simpul.safeguards.forgetting import forgettings

SMALL = 64 * 1024 * 1024  # rewriting a table of this size stops its readers for about a second


def empty_log(alias: str, *, patience: float = 5.0) -> bool:
    """Move SQLite's write-ahead log into the database and cut it to nothing; false while others read it."""
    connection = connections[alias]
    if connection.vendor != "sqlite":
        return True
    if connection.in_atomic_block:
        return False
    until = time.monotonic() + patience
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        usual = cursor.fetchone()[0]
        cursor.execute("PRAGMA busy_timeout = 50")  # the act is done: nobody waits for the log
        try:
            while True:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                if not cursor.fetchone()[0]:
                    return True
                if time.monotonic() > until:
                    return False
                time.sleep(0.05)
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {int(usual)}")


def touched_tables() -> list[str]:
    """Every table in which an erasure blanks or removes rows."""
    return [model._meta.db_table for model in forgettings()]


def rewrite_tables(tables: Collection[str], *, also_large: bool) -> list[str]:
    """Write PostgreSQL's tables anew without their dead rows; returns those that still wait.

    ``VACUUM`` alone marks the room of dead rows as free and leaves their bytes there; ``VACUUM FULL`` copies
    the living rows to a new file. It locks the table, hence large ones wait for the night (``also_large``).
    """
    connection = connections["default"]
    if connection.vendor != "postgresql":
        return []
    waiting = []
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '2s'")
        try:
            for table in sorted(tables):
                cursor.execute("SELECT pg_total_relation_size(%s::regclass)", [table])
                full = cursor.fetchone()[0] <= SMALL or also_large
                if not _rewritten(cursor, table, full=full):
                    waiting.append(table)
        finally:
            cursor.execute("RESET lock_timeout")
    return waiting


def _rewritten(cursor: Any, table: str, *, full: bool) -> bool:
    how = "VACUUM (FULL, ANALYZE)" if full else "VACUUM"
    try:
        cursor.execute(f'{how} "{table}"')
    except OperationalError:  # somebody holds the table: the next round
        return False
    return full
