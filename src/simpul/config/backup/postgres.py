"""PostgreSQL's own programs: finding them and calling them without a password on the command line."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from simpul.config.speaking import CannotGoOn


def program(name: str) -> str:
    """The newest ``pg_dump`` (or other) on this machine."""
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    found = str(places[-1]) if places else shutil.which(name)
    if not found:
        raise CannotGoOn(
            f"{name} tidak ditemukan. Pasang paket postgresql-client.",
            f"{name} was not found. Install the package postgresql-client.",
        )
    return found


def environment(database: Mapping[str, Any]) -> dict[str, str]:
    """Where and as whom to connect, as libpq's variables."""
    facts = {
        "PGHOST": database.get("HOST"),
        "PGPORT": database.get("PORT"),
        "PGUSER": database.get("USER"),
        "PGPASSWORD": database.get("PASSWORD"),
        "PGDATABASE": database.get("NAME"),
    }
    return {**os.environ, **{name: str(value) for name, value in facts.items() if value}}


def run(name: str, arguments: Sequence[str], database: Mapping[str, Any]) -> None:
    """Run one program to its end; its own last words when it fails."""
    command = [program(name), *arguments]
    done = subprocess.run(  # noqa: S603
        command, env=environment(database), capture_output=True, text=True, check=False
    )
    if done.returncode:
        words = done.stderr.strip().splitlines()[-1:] or ["?"]
        raise CannotGoOn(f"{name} gagal: {words[0]}", f"{name} failed: {words[0]}")
