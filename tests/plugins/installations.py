"""One prepared installation for the whole run: making the tables takes seconds, a copy does not.

Whoever asks first makes it, the other processes of the run wait for it. Nobody works in it; tests copy it.
"""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.config.installation import Installation

RUN = "SIMPUL_TEST_RUN"  # handed down to the processes of the run, so that all name the same databases
DATABASES = {"DATABASE_URL": "", "SIMPUL_KEYSTORE_URL": "_keys"}


def pytest_configure() -> None:
    os.environ.setdefault(RUN, secrets.token_hex(5))


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    with (folder / "prepared.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def prepared(of_the_run: Path) -> Path:
    """The data folder of a demo without anybody in it, on SQLite."""
    site = Installation(of_the_run / f"prepared-{os.environ[RUN]}" / "data")
    with alone(of_the_run):
        site.folder.parent.mkdir(exist_ok=True)
        if not (site.folder.parent / "done").exists():
            done = site.run("demo", "--no-seed", "--no-serve")
            assert done.returncode == 0, done.stderr
            (site.folder.parent / "done").touch()
    return site.folder


@pytest.fixture(scope="session")
def prepared_databases(of_the_run: Path) -> Callable[[str], str]:
    """By variable, the name of a prepared PostgreSQL database, to be copied with TEMPLATE."""
    from tests.config.test_backup_postgres import _server

    address = os.environ["DATABASE_URL"].rsplit("/", 1)[0]
    names = {variable: f"simpul_p_{os.environ[RUN]}{tail}" for variable, tail in DATABASES.items()}
    with alone(of_the_run), _server() as server:
        if not server.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", [names["DATABASE_URL"]]
        ).fetchone():
            for name in names.values():
                server.execute(f'CREATE DATABASE "{name}"')
            own = {variable: f"{address}/{name}" for variable, name in names.items()}
            site = Installation(of_the_run / "prepared-databases" / "data", own)
            site.folder.parent.mkdir(exist_ok=True)
            done = site.run("prepare")
            assert done.returncode == 0, done.stderr
    return names.__getitem__


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workerinput") or not os.environ.get("DATABASE_URL", "").startswith(
        "postgres"
    ):
        return
    from tests.config.test_backup_postgres import _server

    with _server() as server:
        for tail in DATABASES.values():
            server.execute(f'DROP DATABASE IF EXISTS "simpul_p_{os.environ[RUN]}{tail}" WITH (FORCE)')
