"""Restoring for real, and rehearsing it without touching anything."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from simpul.config.backup import calendar, postgres, replaying, restoring, snapshot
from simpul.config.backup.unsealing import Keyring, keyring_of
from simpul.config.backup.writing import backup_folder, scratch_near
from simpul.config.speaking import CannotGoOn


@dataclass(frozen=True)
class Restored:
    """What came back and how long it took."""

    tables: int
    rows: int
    media: int
    seconds: float
    erased: int = 0  # who was erased again, because the backup is older than the erasure


def choose(path: Path | None) -> Path:
    """The named backup, or the newest."""
    backups = calendar.all_backups(backup_folder())
    if path is None and not backups:
        raise CannotGoOn("Belum ada cadangan.", "There is no backup yet.")
    return path or backups[-1]


def _mirror(path: Path | None, backup: Path) -> Path:
    found = path or backup.parent / calendar.MIRROR
    if not found.is_file():
        raise CannotGoOn(
            f"Cermin kunci {found} tidak ada; tanpa itu teks sensitif tidak terbaca. Tunjuk dengan --keys.",
            f"There is no mirror of keys {found}; sensitive text needs it. Name it with --keys.",
        )
    return found


def restore(backup: Path, *, keys: Path | None = None) -> Restored:
    """Bring a backup into the empty place that the settings name."""
    from django.conf import settings

    from simpul.config.environment import data_dir

    started = time.monotonic()
    data, persons = settings.DATABASES["default"], settings.DATABASES["keys"]
    mirror = _mirror(keys, backup)
    for database in (data, persons):
        restoring.demand_fresh(database)
    folder = data_dir()
    was_there = folder.exists()
    try:
        with scratch_near(folder) as scratch, _unpacked(backup, mirror, scratch) as both:
            erased = _erase_again(both)
            _try_trail(both)
            erased += _put_both(both, data, persons, {})
            media = restoring.put_media(both.data, Path(settings.MEDIA_ROOT))
    except BaseException:
        if not was_there and folder.exists() and not any(folder.iterdir()):
            folder.rmdir()
        raise
    return _told(both, media, erased, started)


@dataclass(frozen=True)
class _Both:
    """An unpacked backup with the mirror that opens it, both checked."""

    data: restoring.Opened
    keys: restoring.Opened
    keyring: Keyring

    @property
    def on_files(self) -> bool:
        """Whether both are SQLite files, which are made ready before the target is touched."""
        return self.data.engine == self.keys.engine == "sqlite"

    @property
    def variables(self) -> dict[str, str]:
        """Where the unpacked copies lie, for a process that works in them."""
        data, keys = (quote(one.copy.resolve().as_posix()) for one in (self.data, self.keys))
        return {"DATABASE_URL": f"sqlite://{data}", "SIMPUL_KEYSTORE_URL": f"sqlite://{keys}"}


@contextmanager
def _unpacked(backup: Path, mirror: Path, scratch: Path) -> Iterator[_Both]:
    """Open both files, put the rows about persons back, check and count."""
    from django.conf import settings

    opened = restoring.open_backup(backup, scratch / "data")
    opened_keys = restoring.open_backup(mirror, scratch / "keys")
    restoring.check_engine(opened, settings.DATABASES["default"])
    restoring.check_engine(opened_keys, settings.DATABASES["keys"])
    restoring.check_copy(opened_keys)
    with closing(keyring_of(opened_keys.copy, scratch)) as keyring:
        restoring.check_copy(opened, keyring)
        yield _Both(opened, opened_keys, keyring)


def _told(both: _Both, media: int, erased: int, started: float) -> Restored:
    counts = both.data.manifest["counts"]
    return Restored(len(counts), sum(counts.values()), media, time.monotonic() - started, erased)


def _erase_again(both: _Both) -> int:
    """On SQLite: in the unpacked copies, so that nobody erased ever lies in the target."""
    return replaying.replay(both.variables) if both.on_files else 0


def _put_both(
    both: _Both, data: Mapping[str, Any], persons: Mapping[str, Any], variables: Mapping[str, str]
) -> int:
    """Keys first: data without keys would look restored and be unreadable. Returns who was erased again.

    ``variables`` name the two databases to the processes that work in them; none: those of the settings.
    """
    erased = 0
    try:
        for database in (data, persons):
            restoring.begin(database)
        restoring.put(both.keys, persons)
        restoring.put(both.data, data, both.keyring)
        if not both.on_files:
            erased = replaying.replay(variables)
        if both.data.engine == "postgresql":
            restoring.verify_trail(variables)
        for database in (persons, data):
            restoring.finish(database)
    except BaseException:
        for database in (data, persons):
            _take_back(database)
        raise
    return erased


def _take_back(database: Mapping[str, Any]) -> None:
    if snapshot.engine_of(database) == "postgresql":
        restoring.empty_postgres(database)
    else:
        Path(str(database["NAME"])).unlink(missing_ok=True)


def _try_trail(both: _Both) -> None:
    """On SQLite the trail is walked in the unpacked copy, before the target is touched."""
    if both.on_files:
        restoring.verify_trail(both.variables)


def rehearse(backup: Path, *, keys: Path | None = None) -> Restored:
    """Do everything that a restore does, in a place that is thrown away, and write down that it held."""
    from django.conf import settings

    from simpul.config.environment import data_dir

    started = time.monotonic()
    mirror = _mirror(keys, backup)
    with scratch_near(data_dir()) as scratch, _unpacked(backup, mirror, scratch) as both:
        erased = _erase_again(both)
        _try_trail(both)
        if not both.on_files:
            data, persons = (settings.DATABASES[alias] for alias in ("default", "keys"))
            with _passing(both.data, data) as there, _passing(both.keys, persons) as theirs:
                variables = {"DATABASE_URL": _address(there), "SIMPUL_KEYSTORE_URL": _address(theirs)}
                erased += _put_both(both, there, theirs, variables)
    done = _told(both, len(both.data.media), erased, started)
    calendar.note_rehearsal(backup_folder(), backup, done.seconds)
    return done


def _address(database: Mapping[str, Any]) -> str:
    if snapshot.engine_of(database) == "postgresql":
        return postgres.address_of(database)
    return f"sqlite://{quote(Path(str(database['NAME'])).resolve().as_posix())}"


@contextmanager
def _passing(part: restoring.Opened, like: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """A place like this one that is thrown away: a database beside it, or a file beside the unpacked copy."""
    if part.engine == "postgresql":
        with _passing_database(like) as passing:
            yield passing
    else:
        yield {**like, "NAME": part.folder / "rehearsed.sqlite3"}


@contextmanager
def _passing_database(like: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """An empty PostgreSQL database beside the real one, dropped afterwards."""
    import psycopg

    name = f"simpul_rehearsal_{secrets.token_hex(4)}"
    connection = snapshot.connect(like)
    connection.autocommit = True
    try:
        connection.execute(f'CREATE DATABASE "{name}"')
    except psycopg.Error as error:
        connection.close()
        raise CannotGoOn(
            "Peran basis data tidak boleh membuat basis data untuk latihan: ALTER ROLE <peran> CREATEDB.",
            "The database role may not create a database for the rehearsal: ALTER ROLE <role> CREATEDB.",
        ) from error
    try:
        yield {**like, "NAME": name}
    finally:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
        connection.close()
