"""Restoring for real, and rehearsing it without touching anything."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from simpul.config.backup import calendar, restoring, snapshot
from simpul.config.backup.writing import backup_folder, scratch_near
from simpul.config.speaking import CannotGoOn


@dataclass(frozen=True)
class Restored:
    """What came back and how long it took."""

    tables: int
    rows: int
    media: int
    seconds: float


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
        with scratch_near(folder) as scratch:
            opened = restoring.open_backup(backup, scratch / "data")
            opened_keys = restoring.open_backup(mirror, scratch / "keys")
            restoring.check_copy(opened, data)
            restoring.check_copy(opened_keys, persons)
            _try_trail(opened, opened_keys)
            _put_both(opened, opened_keys, data, persons)
            media = restoring.put_media(opened, Path(settings.MEDIA_ROOT))
    except BaseException:
        if not was_there and folder.exists() and not any(folder.iterdir()):
            folder.rmdir()
        raise
    counts = opened.manifest["counts"]
    return Restored(len(counts), sum(counts.values()), media, time.monotonic() - started)


def _put_both(
    opened: restoring.Opened,
    opened_keys: restoring.Opened,
    data: Mapping[str, Any],
    persons: Mapping[str, Any],
) -> None:
    """Keys first: data without keys would look restored and be unreadable."""
    restoring.put(opened_keys, persons)
    try:
        restoring.put(opened, data)
        if opened.manifest["engine"] == "postgresql":
            restoring.verify_trail({})
    except BaseException:
        for database in (data, persons):
            _take_back(database)
        raise


def _take_back(database: Mapping[str, Any]) -> None:
    if snapshot.engine_of(database) == "postgresql":
        restoring.empty_postgres(database)
    else:
        Path(str(database["NAME"])).unlink(missing_ok=True)


def _try_trail(opened: restoring.Opened, opened_keys: restoring.Opened) -> None:
    """On SQLite the trail is walked in the unpacked copy, before the target is touched."""
    if opened.manifest["engine"] != "sqlite" or opened_keys.manifest["engine"] != "sqlite":
        return
    data, keys = opened.copy.resolve().as_posix(), opened_keys.copy.resolve().as_posix()
    restoring.verify_trail(
        {"DATABASE_URL": f"sqlite://{quote(data)}", "SIMPUL_KEYSTORE_URL": f"sqlite://{quote(keys)}"}
    )


def rehearse(backup: Path, *, keys: Path | None = None) -> Restored:
    """Do everything that a restore does, in a place that is thrown away, and write down that it held."""
    from django.conf import settings

    from simpul.config.environment import data_dir

    started = time.monotonic()
    mirror = _mirror(keys, backup)
    with scratch_near(data_dir()) as scratch:
        opened = restoring.open_backup(backup, scratch / "data")
        opened_keys = restoring.open_backup(mirror, scratch / "keys")
        restoring.check_copy(opened, settings.DATABASES["default"])
        restoring.check_copy(opened_keys, settings.DATABASES["keys"])
        _try_trail(opened, opened_keys)
        for part, alias in ((opened, "default"), (opened_keys, "keys")):
            if part.manifest["engine"] == "postgresql":
                with _passing_database(settings.DATABASES[alias]) as passing:
                    restoring.put_postgres(part, passing)
    seconds = time.monotonic() - started
    calendar.note_rehearsal(backup_folder(), backup, seconds)
    counts = opened.manifest["counts"]
    return Restored(len(counts), sum(counts.values()), len(opened.media), seconds)


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
