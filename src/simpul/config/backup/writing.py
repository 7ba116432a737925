"""Making a backup."""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simpul.config.backup import calendar, snapshot
from simpul.config.backup.secret import backup_phrase
from simpul.config.backup.stream import Sealer
from simpul.config.speaking import CannotGoOn
from simpul.kernel.clock import now

FORMAT = 2  # since 2: rows about persons sealed beside the copy
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Written:
    """What was written and how much it holds."""

    path: Path
    tables: int
    rows: int
    media: int
    size: int


@contextmanager
def sealed_file(path: Path) -> Iterator[Sealer]:
    """An encrypted file that appears whole, durable and readable by its owner only, or not at all."""
    partial = path.with_name(path.name + ".part")
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as raw:
            sealer = Sealer(raw, backup_phrase())
            try:
                yield sealer
            except BaseException:
                sealer.abandon()
                raise
            sealer.close()
            raw.flush()
            os.fsync(raw.fileno())
        partial.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _pack(sealer: Sealer, files: dict[str, Path], facts: dict[str, Any]) -> None:
    with tarfile.open(fileobj=sealer, mode="w|", format=tarfile.PAX_FORMAT) as tar:
        digests: dict[str, str] = {}
        for name, path in files.items():
            digests[name] = _digest(path)
            tar.add(path, arcname=name, recursive=False)
        text = json.dumps({**facts, "format": FORMAT, "files": digests}, sort_keys=True).encode()
        entry = tarfile.TarInfo(MANIFEST)
        entry.size, entry.mode = len(text), 0o600
        tar.addfile(entry, io.BytesIO(text))


def media_files(root: Path) -> dict[str, Path]:
    """Every uploaded file by its name in the backup."""
    if not root.is_dir():
        return {}
    return {f"media/{path.relative_to(root)}": path for path in sorted(root.rglob("*")) if path.is_file()}


@contextmanager
def scratch_near(folder: Path) -> Iterator[Path]:
    """A closed folder for copies in clear, on the disk that holds the same data anyway."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(prefix=".copy-", dir=folder) as name:
        yield Path(name)


def backup_folder() -> Path:
    """Where backups go; made when absent."""
    from django.conf import settings

    folder = Path(settings.BACKUP_DIR)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise CannotGoOn(
            f"Folder cadangan {folder} tidak dapat dibuat: {error.strerror}.",
            f"The backup folder {folder} cannot be made: {error.strerror}.",
        ) from error
    return folder


def mirror_keys() -> Path:
    """Replace the mirror of the persons' keys with the keys as they are now."""
    from django.conf import settings

    from simpul.config.environment import data_dir

    path = backup_folder() / calendar.MIRROR
    with scratch_near(data_dir()) as scratch:
        copy = snapshot.take(settings.DATABASES["keys"], scratch, "keys")
        with sealed_file(path) as sealer:
            facts = {"made_at": now().isoformat(), "engine": copy.engine, "counts": copy.counts}
            _pack(sealer, {copy.path.name: copy.path}, facts)
    return path


def write_backup(*, keep: int = 0) -> Written:
    """Copy data and media into one encrypted file, then replace the mirror of the keys."""
    from django.conf import settings

    from simpul.config.environment import data_dir

    backup_phrase()
    folder = backup_folder()
    path = calendar.new_path(folder)
    with scratch_near(data_dir()) as scratch:
        copy = snapshot.take(settings.DATABASES["default"], scratch, "simpul", seal=True)
        media = media_files(Path(settings.MEDIA_ROOT))
        facts = {"made_at": now().isoformat(), "engine": copy.engine, "counts": copy.counts}
        rows = {copy.rows.name: copy.rows} if copy.rows else {}
        with sealed_file(path) as sealer:
            _pack(sealer, {copy.path.name: copy.path, **rows, **media}, facts)
    mirror_keys()
    calendar.drop_old(folder, keep)
    return Written(path, len(copy.counts), sum(copy.counts.values()), len(media), path.stat().st_size)
