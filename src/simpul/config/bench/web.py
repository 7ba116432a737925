"""Pages under load: seeds a made-up country in stages and measures what workers open all day.

Everything lies in a throw-away folder; with --database postgresql://... in that (empty!) database.
A real gunicorn answers on loopback; every page is held against a trivial view of the same run.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from simpul.config.options import Options, from_one

if TYPE_CHECKING:
    from simpul.config.bench._driving import Page
    from simpul.config.bench._report import Size
    from simpul.config.bench._town import Town

FIRST = 10_000
ROUNDS = 3


def parser() -> argparse.ArgumentParser:
    found = Options(
        prog="simpul bench web", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    found.add_argument("--persons", type=from_one, default=1_000_000)
    found.add_argument("--cases", type=from_one, default=300_000)
    found.add_argument(
        "--events", type=from_one, default=10_000_000, help="records of cases and lines of the log"
    )
    found.add_argument(
        "--database", default="sqlite", metavar="sqlite|URL", help="sqlite or postgresql://..."
    )
    found.add_argument("--quick", action="store_true", help="fewer requests: a look, not a measure")
    found.add_argument("--no-write", action="store_true", help="leave docs/reference/benchmarks.md alone")
    return found


def main(arguments: Sequence[str]) -> int:
    options = parser().parse_args(list(arguments))
    with tempfile.TemporaryDirectory(prefix="simpul-bench-") as folder:
        os.environ["SIMPUL_DATA_DIR"] = folder
        os.environ["SIMPUL_MODE"] = "demo"
        os.environ.pop("SIMPUL_KEYSTORE_URL", None)
        os.environ["DATABASE_URL"] = "" if options.database == "sqlite" else options.database
        from simpul.config import preparing

        preparing.prepare_all()
        return measure(options)


def measure(options: argparse.Namespace) -> int:
    """Grow, measure, grow, measure, and tell."""
    from django.db import connections

    from simpul.config.bench import _report
    from simpul.config.bench._pages import pages_of
    from simpul.config.bench._town import Town, grow
    from simpul.config.environment import ROOT
    from simpul.config.speaking import show

    if not _is_empty():
        show("The database is not empty; the bench fills only an empty one.")
        return 2
    town = Town()
    sizes: list[_report.Size] = []
    lacking: list[str] = []
    failed: list[str] = []
    for share in _shares(options.persons):
        persons, cases, events = (int(n * share) for n in (options.persons, options.cases, options.events))
        took = grow(town, persons=persons, cases=cases, events=events)
        show(f"  {town.persons:,} persons, {town.cases:,} cases, {town.events:,} events in {took:.0f} s")
        _check_chain(town.log.seq)
        size = _report.Size(town.persons, town.cases, town.events, took)
        pages, lacking = pages_of(town)
        connections.close_all()
        failed += _measure_size(size, pages, town, quick=options.quick)
        sizes.append(size)
    database = "SQLite" if options.database == "sqlite" else "PostgreSQL"
    lines = _report.section(_command(options), database, sizes, lacking, _notes(options, failed))
    show("\n".join(lines))
    if not options.no_write:
        _report.write(Path(ROOT) / "docs" / "reference" / "benchmarks.md", database, lines)
    return 1 if failed else 0


def _shares(persons: int) -> list[float]:
    """A first size of ten thousand, then the whole."""
    return [FIRST / persons, 1.0] if persons > FIRST else [1.0]


def _is_empty() -> bool:
    from simpul.registry.models import Person

    return not Person.objects.exists()


def _check_chain(lines: int) -> None:
    """What was made in bulk must be a chain that the house itself accepts (walked only while it is short)."""
    from simpul.safeguards.audit import verify

    if lines <= 250_000 and not (verdict := verify()).sound:
        raise RuntimeError(f"the bench made an unsound log: {verdict.reason}")


def _measure_size(size: Size, pages: Sequence[Page], town: Town, *, quick: bool) -> list[str]:
    """Rounds over all pages, so that the noise of the machine falls on all alike."""
    from simpul.config.bench import _driving, _report, _server

    cookies = _server.log_in(town.measured)
    failed: list[str] = []
    with _server.serving() as address:
        for users in _report.USERS:
            requests = (20 if quick else 100) if users == 1 else (60 if quick else 240)
            for page in pages:  # every page once before it counts: templates, keys, statistics
                _driving.ask(address, page, cookies, _driving.Times(), users=users, requests=users)
            for _round in range(1 if quick else ROUNDS):
                for page in pages:
                    times = size.times.setdefault((page.name, users), _driving.Times())
                    _driving.ask(address, page, cookies, times, users=users, requests=requests)
        failed = [one for times in size.times.values() for one in times.failed]
        size.memory = _server.memory(*address, cookies[0])
    return failed


def _command(options: argparse.Namespace) -> str:
    words = ["./simpul bench web", f"--persons {options.persons}", f"--cases {options.cases}"]
    words += [f"--events {options.events}"]
    words += [] if options.database == "sqlite" else ["--database postgresql://..."]
    return " ".join(words + (["--quick"] if options.quick else []))


def _notes(options: argparse.Namespace, failed: list[str]) -> list[str]:
    from django.db import connection

    from simpul.kernel.clock import today

    with connection.cursor() as cursor:
        cursor.execute("SELECT version()" if connection.vendor == "postgresql" else "SELECT sqlite_version()")
        version = " ".join(str(cursor.fetchone()[0]).split()[:2])
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    told = [
        f"{today().isoformat()}, {os.cpu_count()} cores{load}, {platform.system()}, "
        f"Python {sys.version.split()[0]}, {connection.vendor} {version}.",
        "Bulk notes carry a token of a sealed note's length; what the measured workers open is sealed truly.",
    ]
    return told + ([f"{len(failed)} requests failed: {sorted(set(failed))[:5]}"] if failed else [])
