"""The bench of pages at its smallest: it seeds, serves, measures, tells, and leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simpul.config.bench import _report
from simpul.config.bench._driving import Times
from simpul.config.bench._pages import TRIVIAL
from simpul.config.environment import ROOT

OURS = ("DATABASE_URL", "SIMPUL_KEYSTORE_URL", "DJANGO_SETTINGS_MODULE", "SIMPUL_DATA_DIR")


def test_a_hundred_persons(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in OURS}
    environment |= {"PYTHONPATH": str(ROOT / "src"), "TMPDIR": str(tmp_path)}
    sizes = ["--persons", "100", "--cases", "30", "--events", "300", "--quick", "--no-write"]
    ran = subprocess.run(
        [sys.executable, "-m", "simpul.config.cli", "bench", "web", *sizes],
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    for page in (TRIVIAL, "Beranda", "search (POST)", "person", "case"):
        row = next(line for line in ran.stdout.splitlines() if line.startswith(f"| {page} |"))
        statements = row.split("|")[3].strip()
        assert statements.isdigit() and 0 < int(statements) <= _report.MOST_STATEMENTS, row
    assert not list(tmp_path.glob("simpul-bench-*"))


def sized(milliseconds: float, statements: int) -> Times:
    return Times([milliseconds / 1000] * 20, [statements] * 20)


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
    assert bad.count("*") == 4 and "26*" in bad and "2.00*" in bad
    assert any("no such page" in row for row in rows)


def test_the_section_of_one_database_replaces_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "benchmarks.md"
    for database, words in (("SQLite", "one"), ("PostgreSQL", "two"), ("SQLite", "three")):
        _report.write(path, database, [words])
    text = path.read_text(encoding="utf-8")
    assert "one" not in text and "two" in text and "three" in text


@pytest.mark.django_db
def test_a_database_with_people_in_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from simpul.config.bench import web

    monkeypatch.setattr(web, "_is_empty", lambda: False)
    assert web.measure(web.parser().parse_args([])) == 2
