"""Bringing rows about persons back: each opens with the person's own key, or comes back erased."""

from __future__ import annotations

import base64
import json
import os
import sqlite3
import subprocess
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from simpul.config.backup import postgres, snapshot
from simpul.config.backup.cuts import MOMENT, Cut
from simpul.config.backup.sealing import AT_ONCE, ROWS, place_of
from simpul.config.backup.stream import Damaged
from simpul.config.speaking import CannotGoOn
from simpul.safeguards import keys

TABLE = "safeguards_personkey"
_COLUMNS = "subject_id, wrapped, master_id, destroyed_at"
Put = Callable[[Cut, Iterable[list[Any]]], None]


@dataclass
class Filled:
    """What did not come back because its person was erased: rows a table."""

    died: dict[str, int] = field(default_factory=dict)

    def left(self, counts: Mapping[str, int]) -> dict[str, int]:
        """The rows that must be there now."""
        return {table: count - self.died.get(table, 0) for table, count in counts.items()}


class Keyring:
    """The keys of a mirror, read from its copy before any target is touched."""

    def __init__(self, path: Path) -> None:
        self._data = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        self._unwrap = keys.unwrapper()

    def close(self) -> None:
        self._data.close()

    def of(self, subjects: Iterable[str]) -> dict[str, bytes | datetime]:
        """Each person's key, or the moment in which it was destroyed."""
        wanted, found = list(set(subjects)), {}
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ",".join("?" * len(part))
            query = f"SELECT {_COLUMNS} FROM {TABLE} WHERE subject_id IN ({marks})"  # noqa: S608
            for subject, wrapped, master, destroyed in self._data.execute(query, part):
                found[subject] = (
                    _moment(destroyed) if destroyed else self._unwrap(wrapped, uuid.UUID(subject), master)
                )
        missing = len(wanted) - len(found)
        if missing:
            raise CannotGoOn(
                f"Cermin kunci lebih tua daripada cadangan: {missing} kunci tidak ada di dalamnya. "
                "Tunjuk cermin terbaru dengan --keys.",
                f"The mirror of keys is older than the backup: {missing} keys are not in it. "
                "Name the newest mirror with --keys.",
            )
        return found

    def destroyed(self) -> Iterator[str]:
        """Everybody whose key is gone."""
        for row in self._data.execute(f"SELECT subject_id FROM {TABLE} WHERE destroyed_at IS NOT NULL"):  # noqa: S608
            yield row[0]


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def keyring_of(copy: Path, folder: Path) -> Keyring:
    """The keys in an unpacked mirror, from whichever database it was made."""
    if copy.suffix == ".sqlite3":
        return Keyring(copy)
    path = folder / "keyring.sqlite3"
    with closing(sqlite3.connect(path)) as data, data:
        data.execute(f"CREATE TABLE {TABLE} (subject_id TEXT PRIMARY KEY, wrapped, master_id, destroyed_at)")
        data.executemany(f"INSERT INTO {TABLE} VALUES (?, ?, ?, ?)", _keys_in_dump(copy))  # noqa: S608
    path.chmod(0o600)
    return Keyring(path)


def _keys_in_dump(dump: Path) -> Iterator[tuple[str, bytes, str, str | None]]:
    """The rows of the one table in a dump of PostgreSQL, read without a server."""
    command = [postgres.program("pg_restore"), "--data-only", "--table", TABLE, "-f", "-", str(dump)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as reading:  # noqa: S603
        if reading.stdout is None:
            raise Damaged(dump.name)
        columns: list[str] = []
        for line in reading.stdout:
            if not columns:
                if line.startswith("COPY "):
                    columns = line[line.index("(") + 1 : line.index(")")].split(", ")
                continue
            if line == "\\.\n":
                columns = []
                continue
            row = dict(zip(columns, line.rstrip("\n").split("\t"), strict=True))
            gone = None if row["destroyed_at"] == "\\N" else row["destroyed_at"]
            wrapped = bytes.fromhex(row["wrapped"].removeprefix("\\\\x"))
            yield uuid.UUID(row["subject_id"]).hex, wrapped, row["master_id"], gone


def _opened(cut: Cut, subjects: list[str], secrets: list[bytes], text: str) -> list[list[Any]]:
    blob = base64.b64decode(text)
    try:
        for subject, secret in zip(reversed(subjects), reversed(secrets), strict=True):
            blob = AESGCM(secret).decrypt(blob[:12], blob[12:], place_of(cut.table, subject))
    except InvalidTag as error:
        raise Damaged(f"{ROWS}: {cut.table}") from error
    rows: list[list[Any]] = json.loads(blob)
    return rows


def _told(
    cut: Cut, line: list[Any], ring: Mapping[str, bytes | datetime], on_sqlite: bool
) -> list[list[Any]]:
    """The rows of one person in one table; none when they died with a key."""
    subjects, shown, hidden = line
    found = [ring[subject] for subject in subjects]
    gone = min((one for one in found if isinstance(one, datetime)), default=None)
    if gone is not None and cut.goes:
        return []
    if gone is not None and isinstance(hidden, str):
        moment = gone.astimezone(UTC)
        at = f"{moment:%Y-%m-%d %H:%M:%S.%f}" if on_sqlite else moment.isoformat()
        hidden = [[at if rest == MOMENT else rest for rest in cut.blank]] * len(shown)
    elif isinstance(hidden, str):
        hidden = _opened(cut, subjects, [one for one in found if isinstance(one, bytes)], hidden)
    return [[*clear, *rest] for clear, rest in zip(shown, hidden, strict=True)]


def read_rows(path: Path, keyring: Keyring, put: Put, *, on_sqlite: bool) -> Filled:
    """Hand every table's rows to ``put``, table after table."""
    filled = Filled()
    with path.open(encoding="utf-8") as lines:
        line = lines.readline()
        while line:
            cut, after = Cut.read(line), [""]
            put(cut, _rows_of(cut, lines, after, keyring, filled, on_sqlite))
            line = after[0]
    return filled


def _rows_of(
    cut: Cut, lines: Iterator[str], after: list[str], keyring: Keyring, filled: Filled, on_sqlite: bool
) -> Iterator[list[Any]]:
    """Rows up to the next table's header, which is left in ``after``."""

    def until_next() -> Iterator[list[Any]]:
        for line in lines:
            if line.startswith("{"):
                after[0] = line
                return
            yield json.loads(line)

    own = until_next()
    while some := list(islice(own, AT_ONCE)):
        ring = keyring.of(subject for line in some for subject in line[0])
        for line in some:
            rows = _told(cut, line, ring, on_sqlite)
            filled.died[cut.table] = filled.died.get(cut.table, 0) + len(line[1]) - len(rows)
            yield from rows


def fill_sqlite(copy: Path, rows: Path, keyring: Keyring) -> Filled:
    """Put the rows back into the unpacked copy; indexes are made when the rows are in."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as data:
        data.execute("PRAGMA foreign_keys=OFF")
        data.execute("PRAGMA temp_store=MEMORY")
        data.execute("PRAGMA synchronous=OFF")  # a copy that did not get ready is thrown away
        data.execute("BEGIN")

        def put(cut: Cut, some: Iterable[list[Any]]) -> None:
            indexes = data.execute(
                "SELECT name, sql FROM sqlite_master WHERE type='index' AND tbl_name=? AND sql IS NOT NULL",
                (cut.table,),
            ).fetchall()
            for name, _sql in indexes:
                data.execute(f'DROP INDEX "{name}"')
            names = ", ".join(f'"{name}"' for name in cut.columns)
            marks = ", ".join("?" * len(cut.columns))
            data.executemany(f'INSERT INTO "{cut.table}" ({names}) VALUES ({marks})', some)  # noqa: S608
            for _name, sql in indexes:
                data.execute(sql)

        filled = read_rows(rows, keyring, put, on_sqlite=True)
        data.execute("COMMIT")
    with copy.open("rb") as file:
        os.fsync(file.fileno())
    return filled


def fill_postgres(database: Mapping[str, Any], rows: Path, keyring: Keyring) -> Filled:
    """Put the rows into tables that have no indexes, keys and references yet, in one transaction."""
    with snapshot.connect(database) as connection, connection.cursor() as cursor:

        def put(cut: Cut, some: Iterable[list[Any]]) -> None:
            names = ", ".join(f'"{name}"' for name in cut.columns)
            with cursor.copy(f'COPY public."{cut.table}" ({names}) FROM STDIN') as copy:
                for row in some:
                    copy.write_row(row)

        return read_rows(rows, keyring, put, on_sqlite=False)
