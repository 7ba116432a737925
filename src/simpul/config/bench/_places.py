"""Where each country lies: a folder of its own, and on PostgreSQL a database of its own."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

FIGURES = "figures.json"
TOWN = "town.json"  # written last: where it lies, the country is whole
COPIED = ("secrets", "keys.sqlite3")  # keys stay apart from data, in SQLite


@dataclass(frozen=True)
class Place:
    """One country on one database. ``source`` is the folder in which it was made."""

    folder: Path
    source: Path
    url: str = ""
    beside: str = ""  # the database from which this one is made

    @property
    def figures(self) -> Path:
        return self.folder / FIGURES

    @property
    def is_filled(self) -> bool:
        return (self.folder / TOWN).exists()

    @property
    def database(self) -> str:
        return urlsplit(self.url).path.lstrip("/")


def on_sqlite(folder: Path, persons: int) -> Place:
    there = folder / str(persons)
    return Place(there, there)


def on_postgres(folder: Path, persons: int, url: str) -> Place:
    parts = urlsplit(url)
    own = urlunsplit(parts._replace(path=f"{parts.path}_{persons}"))
    return Place(folder / f"{persons}-postgresql", folder / str(persons), own, url)


def make_room(there: Place) -> None:
    """An empty folder with the keys of the source, and an empty database."""
    shutil.rmtree(there.folder, ignore_errors=True)
    there.folder.mkdir(parents=True)
    for name in COPIED:
        copy = shutil.copytree if (there.source / name).is_dir() else shutil.copy2
        copy(there.source / name, there.folder / name)
    _ask(there, f'DROP DATABASE IF EXISTS "{there.database}"', f'CREATE DATABASE "{there.database}"')


def clear_away(there: Place) -> None:
    """The database that was made for this run."""
    _ask(there, f'DROP DATABASE IF EXISTS "{there.database}"')


def _ask(there: Place, *statements: str) -> None:
    import psycopg

    with psycopg.connect(there.beside, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())
