"""Pages under load: seeds made-up countries, one small and one whole, and measures what workers open all day.

Everything lies in a throw-away folder, or in the one named by --keep, where a country is found again. Each
is made in SQLite; with --database postgresql://... it is carried from there into databases made beside the
one named (its name with the number of persons behind). A real gunicorn answers on loopback; every page is
held against a trivial view of the same run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from simpul.config.bench._places import Place
from simpul.config.options import Options, from_one

FIRST = 10_000


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
    found.add_argument("--keep", metavar="FOLDER", help="keep the countries here, use what is here")
    found.add_argument("--seed-only", action="store_true", help="make the countries and measure nothing")
    found.add_argument("--quick", action="store_true", help="fewer requests: a look, not a measure")
    found.add_argument("--no-write", action="store_true", help="leave docs/reference/benchmarks.md alone")
    found.add_argument("--step", choices=("seed", "carry", "measure"), help=argparse.SUPPRESS)
    return found


def main(arguments: Sequence[str]) -> int:
    options = parser().parse_args(list(arguments))
    if options.step:  # one country in a process of its own, for its settings are read once
        return _step(options)
    if options.keep:
        folder = Path(options.keep).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        return _all_steps(options, folder)
    with tempfile.TemporaryDirectory(prefix="simpul-bench-") as made:
        return _all_steps(options, Path(made))


def _all_steps(options: argparse.Namespace, folder: Path) -> int:
    """Make what is not there, measure each country, tell."""
    from simpul.config.bench import _places, _report

    is_postgres = options.database != "sqlite"
    made: list[_places.Place] = []
    try:
        for persons, cases, events in _sizes(options):
            there = _places.on_sqlite(folder, persons)
            if not there.is_filled:
                _run("seed", there, persons, cases, events)
            if is_postgres:
                there = _places.on_postgres(folder, persons, options.database)
                if not there.is_filled:
                    _places.make_room(there)
                    _run("carry", there, persons, cases, events)
            made.append(there)
        if options.seed_only:
            return 0
        for there in made:
            _run("measure", there, *_whole(options), quick=options.quick)
        sizes = [_report.Size.read(there.figures) for there in made]
    finally:
        if is_postgres and not options.keep:
            for there in made:
                _places.clear_away(there)
    return _report.tell(
        _command(options), "PostgreSQL" if is_postgres else "SQLite", sizes, is_written=not options.no_write
    )


def _whole(options: argparse.Namespace) -> tuple[int, int, int]:
    return options.persons, options.cases, options.events


def _sizes(options: argparse.Namespace) -> list[tuple[int, int, int]]:
    """A first size of ten thousand, then the whole."""
    shares = [FIRST / options.persons, 1.0] if options.persons > FIRST else [1.0]
    return [(round(options.persons * s), int(options.cases * s), int(options.events * s)) for s in shares]


def _run(step: str, there: Place, persons: int, cases: int, events: int, *, quick: bool = False) -> None:
    command = [sys.executable, "-m", "simpul.config.cli", "bench", "web", "--step", step]
    command += ["--persons", str(persons), "--cases", str(cases), "--events", str(events)]
    command += ["--keep", str(there.source), *(["--quick"] if quick else [])]
    environment = {name: text for name, text in os.environ.items() if name != "SIMPUL_KEYSTORE_URL"}
    environment |= {
        "SIMPUL_DATA_DIR": str(there.folder),
        "SIMPUL_MODE": "demo",
        "DATABASE_URL": there.url,
    }
    subprocess.run(command, env=environment, check=True)  # noqa: S603


def _step(options: argparse.Namespace) -> int:
    from simpul.config import preparing

    preparing.prepare_all()
    from simpul.config.bench import _steps

    folder = Path(os.environ["SIMPUL_DATA_DIR"])
    if options.step == "seed":
        return _steps.seed(folder, options.persons, options.cases, options.events)
    if options.step == "carry":
        return _steps.carry_here(Path(options.keep), folder)
    return _steps.measure(folder, quick=options.quick)


def _command(options: argparse.Namespace) -> str:
    words = ["./simpul bench web", f"--persons {options.persons}", f"--cases {options.cases}"]
    words += [f"--events {options.events}"]
    words += [] if options.database == "sqlite" else ["--database postgresql://..."]
    return " ".join(words + (["--quick"] if options.quick else []))
