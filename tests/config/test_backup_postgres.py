"""The same on PostgreSQL: pg_dump under load, restore in one transaction, target untouched on failure."""

from __future__ import annotations

import base64
import os
import secrets
import threading
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.config.installation import Installation
from tests.config.test_backup import MARKER, SEAL, UNSEAL

pytestmark = [pytest.mark.slow, pytest.mark.postgres]


def _server() -> Any:
    import psycopg

    return psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)


@pytest.fixture
def databases() -> Iterator[Any]:
    """Makes databases on the test server, empty or like another; all are dropped afterwards."""
    made: list[str] = []

    def make(like: str = "template1") -> str:
        name = f"simpul_t_{secrets.token_hex(5)}"
        with _server() as server:
            server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
        made.append(name)
        return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()

    yield make
    with _server() as server:
        for name in made:
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture
def site(tmp_path: Path, databases: Any, prepared_databases: Callable[[str], str]) -> Installation:
    key = base64.b64encode(os.urandom(32)).decode()
    own = {"SIMPUL_MASTER_KEYS": f"m1:{key}", "SIMPUL_INDEX_KEY": key, "SIMPUL_SECRET_KEY": "s" + key}
    own |= {name: databases(prepared_databases(name)) for name in ("DATABASE_URL", "SIMPUL_KEYSTORE_URL")}
    site = Installation(tmp_path / "data", own)
    site.django(SEAL)
    return site


def elsewhere(site: Installation, databases: Any) -> Installation:
    own = {**site.variables, "DATABASE_URL": databases(), "SIMPUL_KEYSTORE_URL": databases()}
    return Installation(site.folder.parent / "restored", own)


def tables(url: str) -> int:
    import psycopg

    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        return int(row[0]) if row else 0


def test_a_backup_under_load_comes_back(site: Installation, databases: Any) -> None:
    import psycopg

    stop, written = threading.Event(), [0]

    def write() -> None:
        with psycopg.connect(site.variables["DATABASE_URL"], autocommit=True) as connection:
            while not stop.is_set():
                pair = uuid.uuid4().hex
                with connection.transaction():
                    connection.execute("INSERT INTO load_half VALUES (%s)", (pair,))
                    connection.execute("INSERT INTO load_half VALUES (%s)", (pair,))
                written[0] += 1

    with psycopg.connect(site.variables["DATABASE_URL"]) as connection:
        connection.execute("CREATE TABLE load_half (pair TEXT)")
    writer = threading.Thread(target=write)
    writer.start()
    try:
        done = site.run("backup")
        assert done.returncode == 0, done.stderr
    finally:
        stop.set()
        writer.join()
    assert written[0] > 20, "nothing was written meanwhile: the test would prove nothing"
    fresh = elsewhere(site, databases)
    done = fresh.run("restore", done.stdout.split("  ")[0])
    assert done.returncode == 0, done.stderr
    assert fresh.django(UNSEAL) == f"{MARKER}\n{MARKER}"
    with psycopg.connect(fresh.variables["DATABASE_URL"]) as connection:
        query = "SELECT COUNT(*) FROM (SELECT 1 FROM load_half GROUP BY pair HAVING COUNT(*) <> 2) AS halves"
        assert connection.execute(query).fetchone() == (0,)
    assert site.run("restore", "--rehearse").returncode == 0


def test_a_failed_restore_leaves_the_databases_empty(site: Installation, databases: Any) -> None:
    backup = Path(site.run("backup").stdout.split("  ")[0])
    fresh = elsewhere(site, databases)
    assert fresh.run("restore", str(backup), SIMPUL_BACKUP_KEY="another phrase that is long").returncode == 2
    whole = backup.read_bytes()
    backup.write_bytes(whole[:-100])
    assert fresh.run("restore", str(backup)).returncode == 2
    assert (tables(fresh.variables["DATABASE_URL"]), tables(fresh.variables["SIMPUL_KEYSTORE_URL"])) == (0, 0)


def test_a_restore_that_died_is_not_worked_in_and_is_begun_anew(site: Installation, databases: Any) -> None:
    import psycopg

    backup = site.run("backup").stdout.split("  ")[0]
    fresh = elsewhere(site, databases)
    for name in ("DATABASE_URL", "SIMPUL_KEYSTORE_URL"):
        with psycopg.connect(fresh.variables[name]) as connection:
            connection.execute("CREATE TABLE simpul_restore_unfinished ()")
            connection.execute("CREATE TABLE registry_person (half INT)")
    for verb in ("prepare", "worker"):
        done = fresh.run(verb)
        assert done.returncode == 2, (verb, done.stderr)
        assert "broke off" in done.stderr
    assert "restore-unfinished" in fresh.run("doctor").stdout
    done = fresh.run("restore", backup)
    assert done.returncode == 0, done.stderr
    assert "begins anew" in done.stderr
    assert fresh.django(UNSEAL) == f"{MARKER}\n{MARKER}"
    assert fresh.run("prepare").returncode == 0
    assert "restore-unfinished" not in fresh.run("doctor").stdout


def test_an_altered_trail_is_taken_back(site: Installation, databases: Any) -> None:
    import psycopg

    with psycopg.connect(site.variables["DATABASE_URL"]) as connection:
        connection.execute("ALTER TABLE safeguards_auditline DISABLE TRIGGER ALL")
        connection.execute("UPDATE safeguards_auditline SET act = 'nothing.happened' WHERE seq = 1")
        connection.execute("ALTER TABLE safeguards_auditline ENABLE TRIGGER ALL")
    backup = site.run("backup").stdout.split("  ")[0]
    fresh = elsewhere(site, databases)
    done = fresh.run("restore", backup)
    assert done.returncode == 2
    assert "row 1" in done.stderr
    assert (tables(fresh.variables["DATABASE_URL"]), tables(fresh.variables["SIMPUL_KEYSTORE_URL"])) == (0, 0)


def test_a_database_that_is_not_empty_is_left_alone(site: Installation) -> None:
    backup = site.run("backup").stdout.split("  ")[0]
    before = tables(site.variables["DATABASE_URL"])
    done = site.run("restore", backup)
    assert done.returncode == 2
    assert "is not empty" in done.stderr
    assert tables(site.variables["DATABASE_URL"]) == before
