"""The bench of pages at its smallest: it seeds, serves, measures, tells, and leaves nothing behind."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from simpul.casework.models import Case
from simpul.config.bench import _carrying, _report, _steps
from simpul.config.bench._driving import FRAMED, TRIVIAL, Times
from simpul.config.environment import ROOT

OURS = ("DATABASE_URL", "SIMPUL_KEYSTORE_URL", "DJANGO_SETTINGS_MODULE", "SIMPUL_DATA_DIR")


def run(tmp_path: Path, *more: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in OURS}
    environment |= {"PYTHONPATH": str(ROOT / "src"), "TMPDIR": str(tmp_path)}
    sizes = ["--persons", "100", "--cases", "30", "--events", "300", "--quick", "--no-write"]
    return subprocess.run(
        [sys.executable, "-m", "simpul.config.cli", "bench", "web", *sizes, *more],
        env=environment,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )


def test_a_hundred_persons_and_the_same_again_from_what_was_kept(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    ran = run(tmp_path, "--keep", str(kept))
    assert ran.returncode == 0, ran.stdout + ran.stderr
    for page in (TRIVIAL, FRAMED, "Beranda", "search (POST)", "person", "case", "save note (POST)"):
        row = next(line for line in ran.stdout.splitlines() if line.startswith(f"| {page} |"))
        statements = row.split("|")[3].strip()
        assert statements.isdigit() and 0 < int(statements) <= _report.MOST_STATEMENTS, row
    assert "whole country, name and birth date: " in ran.stdout
    assert not list(tmp_path.glob("simpul-bench-*"))
    made = (kept / "100" / "town.json").stat().st_mtime_ns
    again = run(tmp_path, "--keep", str(kept), "--seed-only")
    assert again.returncode == 0, again.stdout + again.stderr
    assert (kept / "100" / "town.json").stat().st_mtime_ns == made


def sized(milliseconds: float, statements: int) -> Times:
    return Times([milliseconds / 1000] * 20, [statements] * 20, [milliseconds / 1000] * 20)


def test_what_misses_a_goal_is_marked_and_what_meets_it_is_not() -> None:
    first, full = _report.Size(10_000, 3_000, 1, 1.0), _report.Size(1_000_000, 300_000, 1, 1.0)
    for users in _report.USERS:
        for size in (first, full):
            size.times[TRIVIAL, users] = sized(10, 3)
            size.times["good", users] = sized(40, 25)
        first.times["bad", users], full.times["bad", users] = sized(30, 26), sized(60, 26)
    rows = _report.table([first, full], ["later"])
    good = next(row for row in rows if row.startswith("| good | 1,000,000"))
    bad = next(row for row in rows if row.startswith("| bad | 1,000,000"))
    assert "*" not in good and "4.0" in good
    assert bad.count("*") == 5 and "26*" in bad and "2.00*" in bad
    assert any("no such page" in row for row in rows)


def test_the_section_of_one_database_replaces_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "benchmarks.md"
    for database, words in (("SQLite", "one"), ("PostgreSQL", "two"), ("SQLite", "three")):
        _report.write(path, database, [words])
    text = path.read_text(encoding="utf-8")
    assert "one" not in text and "two" in text and "three" in text


def test_what_one_process_measured_another_tells(tmp_path: Path) -> None:
    size = _report.Size(100, 30, 300, 1.0, recall=["own office: 3 of 4"], load=0.5, machine="2 cores.")
    size.times[TRIVIAL, 1] = sized(10, 3)
    size.write(tmp_path / "figures.json")
    assert _report.Size.read(tmp_path / "figures.json") == size


@pytest.mark.django_db
def test_a_database_with_people_in_it_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(_steps.Person.objects, "exists", lambda: True)
    assert _steps.seed(tmp_path, 100, 30, 300) == 2
    assert _steps.carry_here(tmp_path, tmp_path) == 2


def test_a_country_that_is_not_there_is_not_measured(tmp_path: Path) -> None:
    assert _steps.measure(tmp_path, quick=True) == 2


def test_what_copy_reads_as_its_own_is_written_so_that_it_comes_out_whole() -> None:
    held = sqlite3.connect(":memory:")
    held.execute("CREATE TABLE t (reference TEXT, risk TEXT, unit_id TEXT)")
    held.execute("INSERT INTO t VALUES (?, ?, ?)", ("a\\b\tc\nd\re", "", None))
    fields = [Case._meta.get_field(name) for name in ("reference", "risk", "unit_id")]
    (lines,) = _carrying._lines(held, "t", fields)
    assert lines == "a\\\\b\\tc\\nd\\re\t\t\\N\n"
