"""Writing rows about persons: what is in clear in the tables is sealed here with each person's own key."""

from __future__ import annotations

import base64
import json
import os
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import groupby, islice
from pathlib import Path
from typing import Any, TextIO

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from simpul.config.backup.cuts import MOMENT, Cut, cuts
from simpul.safeguards import keys

ROWS = "persons.jsonl"
AT_ONCE = 2000  # persons whose keys are fetched with one statement
Rows = Callable[[str], Iterable[Sequence[Any]]]


def place_of(table: str, subject: str) -> bytes:
    """What the sealed columns are bound to: they do not open for another table or person."""
    return f"backup:{table}:{subject}".encode()


def write_rows(path: Path, rows: Rows, counts: dict[str, int]) -> list[str]:
    """Write every row of every such table to ``path``; returns the tables. ``counts`` loses what died."""
    tables = []
    with path.open("w", encoding="utf-8") as out:
        for cut, statement in cuts():
            tables.append(cut.table)
            out.write(cut.header() + "\n")
            counts[cut.table] = _write_table(out, cut, rows(statement))
    return tables


def _write_table(out: TextIO, cut: Cut, rows: Iterable[Sequence[Any]]) -> int:
    written, width = 0, len(cut.columns)
    for some in _in_pieces(groupby(rows, key=lambda row: row[width:])):
        ids = {one: uuid.UUID(one) for subjects, _rows in some for one in subjects}
        known = keys.living_keys(ids.values())
        for subjects, group in some:
            line = _line(cut, subjects, [known[ids[one]] for one in subjects], group)
            if line:
                out.write(line + "\n")
                written += len(group)
    return written


def _in_pieces(groups: Iterator[tuple[Any, Iterator[Any]]]) -> Iterator[list[tuple[list[str], list[Any]]]]:
    told = (
        ([str(one).replace("-", "") for one in dict.fromkeys(persons) if one is not None], list(group))
        for persons, group in groups
    )
    while some := list(islice(told, AT_ONCE)):
        yield some


def _line(cut: Cut, subjects: list[str], secrets: list[bytes | None], group: list[Any]) -> str:
    """One person's rows of one table. What belongs to a destroyed key is written as erasure leaves it."""
    start, end = len(cut.open), len(cut.columns)
    shown = [list(row[:start]) for row in group]
    hidden: Any = [list(row[start:end]) for row in group]
    living = [secret for secret in secrets if secret is not None]
    if len(living) < len(secrets):
        if cut.goes:
            return ""
        hidden = [[_blank(rest, had) for rest, had in zip(cut.blank, row, strict=True)] for row in hidden]
    elif living:
        hidden = sealed(cut.table, subjects, living, hidden)
    return json.dumps([subjects, shown, hidden], separators=(",", ":"))


def _blank(rest: Any, had: Any) -> Any:
    return had if rest == MOMENT else rest


def sealed(table: str, subjects: list[str], secrets: list[bytes], rows: list[list[Any]]) -> str:
    """Columns under the key of every person they are about, one in the other: each key is needed."""
    text = json.dumps(rows, separators=(",", ":")).encode()
    for subject, secret in zip(subjects, secrets, strict=True):
        nonce = os.urandom(12)
        text = nonce + AESGCM(secret).encrypt(nonce, text, place_of(table, subject))
    return base64.b64encode(text).decode()


def seal_sqlite(copy: Path, folder: Path, counts: dict[str, int]) -> Path:
    """Take the rows out of the copy; what is left is written anew, without free pages that remember them."""
    path = folder / ROWS
    with closing(sqlite3.connect(copy, isolation_level=None)) as data:
        data.execute("PRAGMA temp_store=MEMORY")  # no sorting in files outside the closed folder
        tables = write_rows(path, data.execute, counts)
        data.execute("PRAGMA foreign_keys=OFF")
        for table in tables:
            data.execute(f'DELETE FROM "{table}"')  # noqa: S608
        emptied = copy.with_suffix(".emptied")
        data.execute("VACUUM INTO ?", (str(emptied),))
    emptied.replace(copy)
    return path


def seal_postgres(cursor: Any, folder: Path, counts: dict[str, int]) -> Path:
    """The same from PostgreSQL, in the transaction whose moment is dumped; columns in their text form."""
    path = folder / ROWS

    def rows(statement: str) -> Iterator[Sequence[Any]]:
        with cursor.copy(f"COPY ({statement}) TO STDOUT") as copy:
            yield from copy.rows()

    write_rows(path, rows, counts)
    return path
