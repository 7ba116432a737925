"""PostgreSQL's own programs: finding them and calling them without a password on the command line."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from simpul.config.speaking import CannotGoOn

UNFINISHED = "simpul_restore_unfinished"  # a table that stands as long as a restore is under way


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


def address_of(database: Mapping[str, Any]) -> str:
    """The address that names this database, for a process of its own."""
    facts = {name: quote(str(database.get(name) or ""), safe="") for name in ("USER", "PASSWORD", "NAME")}
    login = f"{facts['USER']}:{facts['PASSWORD']}@" if facts["USER"] else ""
    host, port = str(database.get("HOST") or ""), str(database.get("PORT") or "")
    if host.startswith("/"):
        return f"postgresql://{login}{':' + port if port else ''}/{facts['NAME']}?host={quote(host, safe='')}"
    return f"postgresql://{login}{host}{':' + port if port else ''}/{facts['NAME']}"


def run(name: str, arguments: Sequence[str], database: Mapping[str, Any]) -> None:
    """Run one program to its end; its own last words when it fails."""
    command = [program(name), *arguments]
    done = subprocess.run(  # noqa: S603
        command, env=environment(database), capture_output=True, text=True, check=False
    )
    if done.returncode:
        words = done.stderr.strip().splitlines()[-1:] or ["?"]
        raise CannotGoOn(f"{name} gagal: {words[0]}", f"{name} failed: {words[0]}")
