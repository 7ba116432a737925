"""The same on PostgreSQL: the files of the tables, backups of both formats, the restored databases."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.config.installation import Installation
from tests.config.test_backup_postgres import databases
from tests.config.test_erasure_everywhere import (
    BACKUP,
    ERASE,
    FIRST_FORMAT,
    SEED,
    START,
    STATE,
    marks_in,
    opened,
)
from tests.factories.marked import NEIGHBOUR

__all__ = ["databases"]
pytestmark = [pytest.mark.slow, pytest.mark.postgres]

ONLY_VACUUM = """
from simpul.config import cleaning
from simpul.safeguards import traces
traces.SMALL, cleaning.NIGHT = -1, ()  # every table counts as large, and the night never comes
"""


def files_of(url: str) -> bytes:
    """The bytes of every table and index as they lie on the disk."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        query = (
            "SELECT pg_read_binary_file(pg_relation_filepath(c.oid)) FROM pg_class c "
            "JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname IN ('public', 'pg_toast') AND c.relkind IN ('r', 'i', 't')"
        )
        return b"".join(bytes(row[0]) for row in connection.execute(query))


def elsewhere(site: Installation, databases: Any, name: str) -> Installation:
    own = {**site.variables, "DATABASE_URL": databases(), "SIMPUL_KEYSTORE_URL": databases()}
    return Installation(site.folder.parent / name, own)


def test_an_erasure_reaches_files_backups_and_what_is_restored(
    tmp_path: Path, databases: Any, prepared_databases: Callable[[str], str]
) -> None:
    key = base64.b64encode(os.urandom(32)).decode()
    own = {"SIMPUL_MASTER_KEYS": f"m1:{key}", "SIMPUL_INDEX_KEY": key, "SIMPUL_SECRET_KEY": "s" + key}
    own |= {name: databases(prepared_databases(name)) for name in ("DATABASE_URL", "SIMPUL_KEYSTORE_URL")}
    site = Installation(tmp_path / "data", own)
    person, boss, *_filled = site.django(SEED).split()
    first, sealed = (Path(site.django(code)) for code in (FIRST_FORMAT, BACKUP))
    assert len(marks_in(files_of(own["DATABASE_URL"]))) > 30
    assert marks_in(opened(sealed)) == set()

    erase = START + ONLY_VACUUM + ERASE.format(ids=(person, boss))
    assert site.django(erase) == "False"
    assert site.run("backup", "--keys-only").returncode == 0
    assert marks_in(files_of(own["DATABASE_URL"])), "a plain vacuum leaves the bytes of dead rows"
    assert site.django("from simpul.config.cleaning import clean_up; print(clean_up())") == "True"
    assert marks_in(files_of(own["DATABASE_URL"])) == set()

    for place, backup in enumerate((sealed, first)):
        fresh = elsewhere(site, databases, f"fresh{place}")
        done = fresh.run("restore", str(backup))
        assert done.returncode == 0, done.stderr
        assert marks_in(files_of(fresh.variables["DATABASE_URL"])) == set()
        state = fresh.django(STATE.format(person=person, neighbour=NEIGHBOUR))
        assert state.split("\n") == ["'' True 0 0 0 0 0 True", "1 registry.replay_erasures"]
    done = site.run("restore", "--rehearse", str(first))
    assert done.returncode == 0, done.stderr
    assert "erased again since this backup was made: 2" in done.stdout, "she and her family card"
