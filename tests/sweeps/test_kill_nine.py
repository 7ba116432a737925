"""kill -9 while six people write: what was acknowledged is there, once, with its line in the log.

In the suite a few kills; SIMPUL_KILLS=50 for the long form. On PostgreSQL its connections are cut as well,
and with SIMPUL_POSTGRES_PID (the postmaster's own process, restarted by SIMPUL_POSTGRES_START) it is killed.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.config.installation import Installation
from tests.sweeps.killing import Site, judge, people_of, writers_at

LEAST_WRITES = 60  # a fifth of them, and more, are sent twice
KILLS = int(os.environ.get("SIMPUL_KILLS", "4"))
ON_POSTGRES = os.environ.get("DATABASE_URL", "").startswith("postgres")
pytestmark = [pytest.mark.slow, pytest.mark.loopback, pytest.mark.either]


@pytest.fixture
def installation(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Installation]:
    """A prepared installation on the database that this run is about."""
    if ON_POSTGRES:
        yield from _on_postgres(tmp_path, request.getfixturevalue("prepared_databases"))
        return
    shutil.copytree(request.getfixturevalue("prepared"), tmp_path / "data")
    yield Installation(tmp_path / "data")


def _on_postgres(tmp_path: Path, model_of: Callable[[str], str]) -> Iterator[Installation]:
    from tests.config.test_backup_postgres import _server

    names = [f"simpul_k{os.getpid()}", f"simpul_k{os.getpid()}_keys"]
    own = {}
    with _server() as server:
        for variable, name in zip(("DATABASE_URL", "SIMPUL_KEYSTORE_URL"), names, strict=True):
            server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{model_of(variable)}"')
            own[variable] = os.environ["DATABASE_URL"].rsplit("/", 1)[0] + f"/{name}"
    try:
        made = Installation(tmp_path / "data", own)
        done = made.run("prepare")
        assert done.returncode == 0, done.stderr
        yield made
    finally:
        with _server() as server:
            for name in names:
                server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def killed_while_writing(site: Site, ways: list[Callable[[], None]], kills: int) -> tuple[list[str], Any]:
    """Kill in turn by these ways while people write; what is wrong afterwards, and the figures."""
    sessions = people_of(site.installation)
    chance = random.Random(kills)
    began = time.monotonic()
    site.start()
    try:
        with writers_at(site, sessions) as told:
            for turn in range(kills):
                time.sleep(chance.uniform(0.3, 1.2))
                ways[turn % len(ways)]()
            until = time.monotonic() + 60
            while len(told.acknowledged) < LEAST_WRITES and time.monotonic() < until:
                time.sleep(0.2)
    finally:
        site.end()
    wrong, figures = judge(site.installation, told)
    back = statistics.median(site.back)
    figures |= {"kills": kills, "back": f"{back:.2f} s median, {max(site.back):.2f} s at most"}
    return wrong, figures | {"seconds": round(time.monotonic() - began)}


def _cut_connections(site: Site) -> None:
    """End every connection of this site as a dying server would, in the middle of whatever it does."""
    from tests.config.test_backup_postgres import _server

    names = [
        site.installation.variables[one].rsplit("/", 1)[1] for one in ("DATABASE_URL", "SIMPUL_KEYSTORE_URL")
    ]
    with _server() as server:
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ANY(%s)", [names]
        )
    site.back.append(site.until_it_answers())


def _kill_postgres(site: Site) -> None:
    """kill -9 of the database server with all its processes, then its own start and recovery."""
    from tests.sweeps.killing import _kill, family

    postmaster = int(Path(os.environ["SIMPUL_POSTGRES_PID"]).read_text().split()[0])
    for pid in family(postmaster):
        _kill(pid)
    time.sleep(0.5)
    began = time.monotonic()
    subprocess.run(os.environ["SIMPUL_POSTGRES_START"], shell=True, check=True, capture_output=True)
    site.until_it_answers()
    site.back.append(time.monotonic() - began)


def ways_for(site: Site) -> list[Callable[[], None]]:
    """How it is killed, in turn."""
    web, everything = site.kill_web_processes, site.kill_everything
    if not ON_POSTGRES:
        return [web, web, everything, web]
    server = _kill_postgres if "SIMPUL_POSTGRES_PID" in os.environ else _cut_connections
    return [web, lambda: _cut_connections(site), everything, lambda: server(site)]


def test_acknowledged_writes_survive(installation: Installation, capsys: pytest.CaptureFixture[str]) -> None:
    site = Site(installation)
    wrong, figures = killed_while_writing(site, ways_for(site), KILLS)
    with capsys.disabled():
        print(f"\n{figures}", end=" ")
    assert not wrong, "\n".join(wrong)
    assert figures["acknowledged"] >= KILLS * 3 and figures["resent"] >= KILLS
    assert set(figures["statuses"]) <= {302, 503}
    assert not re.search(r"\d", site.server), f"tells its version: {site.server}"


@pytest.mark.parametrize(("defect", "sign"), [("early_answer", "lost"), ("no_key", "doubled")])
def test_planted_defects_are_seen(installation: Installation, defect: str, sign: str) -> None:
    installation.variables["DJANGO_SETTINGS_MODULE"] = f"tests.sweeps.planted.{defect}"
    site = Site(installation)
    wrong, _figures = killed_while_writing(site, [site.kill_web_processes], 2)
    assert any(one.startswith(f"{sign}: ") for one in wrong), wrong
