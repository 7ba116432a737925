"""The steps of the bench of pages, each for one country, with Django ready for it."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from django.db import connection, connections

from simpul.config.bench import _driving, _kept, _places, _report, _server
from simpul.config.bench._carrying import carry
from simpul.config.bench._pages import pages_of
from simpul.config.bench._recall import Recall, recall_of
from simpul.config.bench._town import Town, grow
from simpul.config.speaking import show
from simpul.kernel.clock import today
from simpul.registry.models import Person
from simpul.safeguards.audit import verify
from simpul.safeguards.models import AuditHead

ROUNDS = 3
SHORT = 250_000  # lines of a log that is walked to its end


def seed(folder: Path, persons: int, cases: int, events: int) -> int:
    """Make a country here."""
    if not _is_empty():
        return 2
    town = Town()
    took = grow(town, persons=persons, cases=cases, events=events)
    show(f"  {town.persons:,} persons, {town.cases:,} cases, {town.events:,} events in {took:.0f} s")
    _check_chain()
    _close()
    _kept.keep(town, folder, seeded_in=took)
    return 0


def carry_here(source: Path, folder: Path) -> int:
    """Fill this PostgreSQL database with the country that lies in SQLite."""
    if not _is_empty():
        return 2
    took = carry(source / "simpul.sqlite3")
    show(f"  carried over from SQLite in {took:.0f} s")
    _check_chain()
    shutil.copy2(source / _places.TOWN, folder / _places.TOWN)
    return 0


def measure(folder: Path, *, quick: bool) -> int:
    """Recall first, then rounds over all pages, so that the noise of the machine falls on all alike."""
    kept = _kept.kept(folder)
    if kept is None:
        return 2
    town, seeded_in = kept
    pages, lacking = pages_of(town)
    size = _report.Size(town.persons, town.cases, town.events, seeded_in, lacking=lacking)
    size.recall = [_told(one) for one in recall_of(town, quick=quick)]
    cookies = _server.log_in(town.measured)
    connections.close_all()
    size.load = _load()
    with _server.serving() as address:
        _ask_all(size, pages, cookies, address, quick=quick)
        size.memory = _server.memory(*address, cookies[0])
    size.machine = _machine()
    size.write(folder / _places.FIGURES)
    return 0


def _ask_all(
    size: _report.Size,
    pages: Sequence[_driving.Page],
    cookies: list[str],
    address: tuple[str, int],
    *,
    quick: bool,
) -> None:
    for users in _report.USERS:
        requests = (20 if quick else 100) if users == 1 else (60 if quick else 240)
        for page in pages:  # every page before it counts, several times: templates, keys, statements
            for _time in range(3 if users == 1 else 1):
                _driving.ask(address, page, cookies, _driving.Times(), users=users, requests=users)
        for _round in range(1 if quick else ROUNDS):
            for page in pages:
                times = size.times.setdefault((page.name, users), _driving.Times())
                _driving.ask(address, page, cookies, times, users=users, requests=requests)


def _told(recall: Recall) -> str:
    return f"{recall.how}: {recall.found} of {recall.sought} ({recall.share:.3f})"


def _is_empty() -> bool:
    if Person.objects.exists():
        show("The database is not empty; the bench fills only an empty one.")
        return False
    return True


def _check_chain() -> None:
    """What was made in bulk must be a chain that the house itself accepts (walked only while it is short)."""
    if AuditHead.objects.get(id=1).seq <= SHORT and not (verdict := verify()).sound:
        raise RuntimeError(f"the bench made an unsound log: {verdict.reason}")


def _close() -> None:
    """Leave whole files behind, that may be copied."""
    for alias in connections:
        if connections[alias].vendor == "sqlite":
            with connections[alias].cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connections.close_all()


def _load() -> float:
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def _machine() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT version()" if connection.vendor == "postgresql" else "SELECT sqlite_version()")
        version = " ".join(str(cursor.fetchone()[0]).split()[:2])
    return (
        f"{today().isoformat()}, {os.cpu_count()} cores, {platform.system()}, "
        f"Python {sys.version.split()[0]}, {connection.vendor} {version}."
    )
