"""Which backups there are, and when a restore was last rehearsed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from simpul.kernel.clock import now

ENDING = ".simpul-backup"
MIRROR = "person-keys.simpul-mirror"
REHEARSALS = "rehearsals.jsonl"
_STAMP = "%Y%m%dT%H%M%S%fZ"


def new_path(folder: Path) -> Path:
    """Where a backup made now goes."""
    return folder / f"{now().strftime(_STAMP)}{ENDING}"


def made_at(path: Path) -> datetime | None:
    """The moment in a backup's name."""
    try:
        return datetime.strptime(path.name.removesuffix(ENDING), _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def all_backups(folder: Path) -> list[Path]:
    """Every finished backup, oldest first."""
    found = folder.glob(f"*{ENDING}") if folder.is_dir() else ()
    return sorted(path for path in found if made_at(path))


def newest_backup(folder: Path) -> datetime | None:
    """When the newest backup was made."""
    backups = all_backups(folder)
    return made_at(backups[-1]) if backups else None


def note_rehearsal(folder: Path, backup: Path, seconds: float) -> None:
    """Write down that a restore was tried and held."""
    line = {"at": now().isoformat(timespec="seconds"), "backup": backup.name, "seconds": round(seconds, 1)}
    with (folder / REHEARSALS).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


def newest_rehearsal(folder: Path) -> datetime | None:
    """When a restore was last rehearsed with success."""
    path = folder / REHEARSALS
    if not path.is_file():
        return None
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return datetime.fromisoformat(json.loads(lines[-1])["at"]) if lines else None


def drop_old(folder: Path, keep: int) -> list[Path]:
    """Remove all but the newest ``keep`` backups."""
    old = all_backups(folder)[:-keep] if keep > 0 else []
    for path in old:
        path.unlink()
    return old
