"""Bringing a backup back. The target is touched only after everything has been read, checked and counted."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simpul.config.backup import postgres, snapshot, unsealing
from simpul.config.backup.sealing import ROWS
from simpul.config.backup.secret import backup_phrase
from simpul.config.backup.stream import Damaged, Unsealer, WrongKey
from simpul.config.backup.writing import FORMAT, MANIFEST
from simpul.config.speaking import CannotGoOn, tell


@dataclass(frozen=True)
class Opened:
    """A backup that was unpacked and found whole."""

    folder: Path
    manifest: dict[str, Any]

    @property
    def engine(self) -> str:
        return str(self.manifest["engine"])

    @property
    def rows(self) -> Path | None:
        """Rows about persons, sealed; backups of the first format have none."""
        return self.folder / ROWS if ROWS in self.manifest["files"] else None

    @property
    def copy(self) -> Path:
        """The copy of the database in it."""
        names: list[str] = list(self.manifest["files"])
        return self.folder / next(name for name in names if name.endswith((".sqlite3", ".dump")))

    @property
    def media(self) -> list[str]:
        return [name for name in self.manifest["files"] if name.startswith("media/")]


def open_backup(path: Path, folder: Path) -> Opened:
    """Decrypt and unpack into ``folder``; refuses a wrong phrase, a cut or altered file."""
    try:
        with path.open("rb") as raw:
            stream = Unsealer(raw, backup_phrase())
            with tarfile.open(fileobj=stream, mode="r|") as tar:
                _unpack(tar, folder)
            while stream.read(1024 * 1024):  # to the very end, where a cut would show
                pass
        return Opened(folder, _checked(folder))
    except FileNotFoundError as error:
        raise CannotGoOn(f"Berkas {path} tidak ada.", f"There is no file {path}.") from error
    except WrongKey as error:
        raise CannotGoOn(
            f"SIMPUL_BACKUP_KEY tidak membuka {path.name}. Pakai frasa yang berlaku ketika cadangan dibuat.",
            f"SIMPUL_BACKUP_KEY does not open {path.name}. Use the phrase that held when it was made.",
        ) from error
    except (Damaged, tarfile.TarError, ValueError, KeyError, EOFError) as error:
        raise CannotGoOn(
            f"{path.name} terpotong atau rusak; tidak ada yang diubah. Pakai cadangan lain.",
            f"{path.name} is cut off or damaged; nothing was changed. Use another backup.",
        ) from error


def _unpack(tar: tarfile.TarFile, folder: Path) -> None:
    """Plain files inside ``folder`` only. (tarfile's own filter is missing from Python before 3.11.4.)"""
    for entry in tar:
        target = (folder / entry.name).resolve()
        if not entry.isreg() or not target.is_relative_to(folder.resolve()):
            raise Damaged(f"{entry.name} does not belong in a backup")
        source = tar.extractfile(entry)
        if source is None:
            raise Damaged(f"{entry.name} cannot be read")
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with target.open("wb") as file:
            shutil.copyfileobj(source, file)


def _checked(folder: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    if not 1 <= manifest["format"] <= FORMAT:
        raise CannotGoOn(
            "Cadangan ini dibuat oleh versi Simpul yang lebih baru.",
            "This backup was made by a newer version of Simpul.",
        )
    for name, wanted in manifest["files"].items():
        with (folder / name).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != wanted:
                raise Damaged(name)
    return manifest


def compare(found: Mapping[str, int], wanted: Mapping[str, int]) -> None:
    """The restored rows must be those that were backed up, table by table."""
    wrong = sorted(table for table in {*found, *wanted} if found.get(table) != wanted.get(table))
    if wrong:
        raise CannotGoOn(
            f"Jumlah baris berbeda pada {', '.join(wrong[:5])}; tidak ada yang diubah.",
            f"The number of rows differs in {', '.join(wrong[:5])}; nothing was changed.",
        )


def demand_fresh(database: Mapping[str, Any]) -> None:
    """Never restore over something that is there; what a restore that died left half full is cleared away."""
    if half_restored(database):
        tell(
            f"Pemulihan sebelumnya ke {database['NAME']} terputus; sisanya dibuang dan dimulai lagi.",
            f"An earlier restore into {database['NAME']} broke off; its remains are cleared, it begins anew.",
        )
        empty_postgres(database)
    if snapshot.engine_of(database) == "postgresql":
        with snapshot.connect(database) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'")
            present = cursor.fetchone()[0] > 0
    else:
        present = Path(str(database["NAME"])).exists()
    if present:
        raise CannotGoOn(
            f"Tempat tujuan ({database['NAME']}) sudah berisi. Pulihkan ke tempat yang kosong.",
            f"The target ({database['NAME']}) is not empty. Restore into an empty database or folder.",
        )


def begin(database: Mapping[str, Any]) -> None:
    """A restore on PostgreSQL takes several transactions. Until the last one the database says so itself."""
    if snapshot.engine_of(database) == "postgresql":
        with snapshot.connect(database) as connection:
            connection.execute(f"CREATE TABLE public.{postgres.UNFINISHED} ()")


def finish(database: Mapping[str, Any]) -> None:
    """Everything is there, erased again and checked: the database may be used."""
    if snapshot.engine_of(database) == "postgresql":
        with snapshot.connect(database) as connection:
            connection.execute(f"DROP TABLE public.{postgres.UNFINISHED}")


def half_restored(database: Mapping[str, Any]) -> bool:
    """Whether a restore began here and did not end: the machine died, or it is still under way."""
    if snapshot.engine_of(database) != "postgresql":
        return False
    with snapshot.connect(database) as connection:
        query = "SELECT to_regclass(%s) IS NOT NULL"
        found: bool = connection.execute(query, (f"public.{postgres.UNFINISHED}",)).fetchone()[0]
    return found


def check_engine(opened: Opened, database: Mapping[str, Any]) -> None:
    """The copy fits the target's kind of database."""
    if opened.engine != snapshot.engine_of(database):
        raise CannotGoOn(
            f"Cadangan dibuat dari {opened.engine}; tujuan memakai basis data lain.",
            f"The backup was made from {opened.engine}; the target uses another database.",
        )


def check_copy(opened: Opened, keyring: unsealing.Keyring | None = None) -> None:
    """On SQLite: rows about persons are put back into the unpacked copy, which must be sound and complete."""
    if opened.engine != "sqlite":
        return
    counts = opened.manifest["counts"]
    if opened.rows and keyring:
        counts = unsealing.fill_sqlite(opened.copy, opened.rows, keyring).left(counts)
    try:
        compare(snapshot.sqlite_counts(opened.copy), counts)
    except ValueError as error:
        raise CannotGoOn(f"Salinan rusak: {error}", f"The copy is damaged: {error}") from error


def put_sqlite(opened: Opened, database: Mapping[str, Any]) -> None:
    """Move the checked copy to its place in one step."""
    target = Path(str(database["NAME"]))
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    opened.copy.chmod(0o600)
    opened.copy.replace(target)


def put_postgres(
    opened: Opened, database: Mapping[str, Any], keyring: unsealing.Keyring | None = None
) -> None:
    """Fill the empty database; when anything fails or the rows differ it is emptied again.

    Rows about persons come after the other rows and before indexes and references, so that their order
    does not matter.
    """
    options = ["--single-transaction", "--exit-on-error", "--no-owner", "-d", str(database["NAME"])]
    counts = opened.manifest["counts"]
    try:
        if opened.rows and keyring:
            first = ["--section=pre-data", "--section=data"]
            postgres.run("pg_restore", [*options, *first, str(opened.copy)], database)
            counts = unsealing.fill_postgres(database, opened.rows, keyring).left(counts)
            postgres.run("pg_restore", [*options, "--section=post-data", str(opened.copy)], database)
        else:
            postgres.run("pg_restore", [*options, str(opened.copy)], database)
        with snapshot.connect(database) as connection, connection.cursor() as cursor:
            compare(snapshot.postgres_counts(cursor), counts)
    except BaseException:
        empty_postgres(database)
        raise


def empty_postgres(database: Mapping[str, Any]) -> None:
    """Take back what a failed restore put into a database that was empty before."""
    with snapshot.connect(database) as connection, connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE")
        cursor.execute("CREATE SCHEMA public")


def put(opened: Opened, database: Mapping[str, Any], keyring: unsealing.Keyring | None = None) -> None:
    """Put a checked copy into the empty target."""
    if opened.engine == "postgresql":
        put_postgres(opened, database, keyring)
    else:
        put_sqlite(opened, database)


def put_media(opened: Opened, root: Path) -> int:
    """Move uploaded files to their place."""
    for name in opened.media:
        target = root / name.removeprefix("media/")
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        (opened.folder / name).replace(target)
    return len(opened.media)


def verify_trail(environment: Mapping[str, str]) -> None:
    """Walk the restored audit trail in a process of its own, without today's anchors, which lie ahead."""
    command = [sys.executable, "-P", "-m", "simpul.config.cli", "verify-audit", "--no-anchors"]
    done = subprocess.run(  # noqa: S603
        command, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        words = (done.stdout + done.stderr).strip().splitlines()[-2:]
        raise CannotGoOn(
            f"Jejak audit dalam cadangan tidak utuh: {' '.join(words)}",
            f"The audit trail in the backup is not sound: {' '.join(words)}",
        )
