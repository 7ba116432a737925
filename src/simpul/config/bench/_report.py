"""The table of one run, on the screen and in docs/reference/benchmarks.md."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from simpul.config.bench._driving import Times
from simpul.config.bench._pages import TRIVIAL

USERS = (1, 30)
BEGIN, END = "<!-- bench web: begin -->", "<!-- bench web: end -->"
MOST_RATIO, MOST_STATEMENTS, MOST_GROWTH = 5.0, 25, 1.5


@dataclass
class Size:
    """What was measured at one size."""

    persons: int
    cases: int
    events: int
    seeded_in: float
    memory: int = 0
    times: dict[tuple[str, int], Times] = field(default_factory=dict)

    def ratio(self, page: str, users: int) -> float:
        """p95 of the page to p95 of the trivial view, same run, same number of users."""
        return self.times[page, users].p95 / self.times[TRIVIAL, users].p95

    def weight(self, page: str) -> float:
        """p50 of the page to p50 of the trivial view for one user: what growth is told by."""
        return self.times[page, 1].p50 / self.times[TRIVIAL, 1].p50


def table(sizes: list[Size], lacking: list[str]) -> list[str]:
    """One row a page and size; milliseconds; the figures that miss a goal are marked with *."""
    lines = [
        "| page | persons | statements | 1 user: p50 / p95 ms | x trivial | 30 users: p50 / p95 ms "
        "| x trivial | growth |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    pages = list(dict.fromkeys(page for page, _users in sizes[0].times))
    for page in pages:
        lines += [_row(page, size, sizes[0]) for size in sizes]
    lines += [f"| {page} | - | no such page in this version | | | | | |" for page in lacking]
    return lines


def _row(page: str, size: Size, first: Size) -> str:
    alone, many = size.times[page, 1], size.times[page, 30]
    statements = str(alone.most_statements) + ("*" if alone.most_statements > MOST_STATEMENTS else "")
    growth = size.weight(page) / first.weight(page)
    grown = "" if size is first else f"{growth:.2f}" + ("*" if growth > MOST_GROWTH else "")
    return (
        f"| {page} | {size.persons:,} | {statements} | {_pair(alone)} | {_ratio(size, page, 1)} "
        f"| {_pair(many)} | {_ratio(size, page, 30)} | {grown} |"
    )


def _pair(times: Times) -> str:
    return f"{times.p50 * 1000:.0f} / {times.p95 * 1000:.0f}"


def _ratio(size: Size, page: str, users: int) -> str:
    ratio = size.ratio(page, users)
    return f"{ratio:.1f}" + ("*" if ratio > MOST_RATIO else "")


def section(
    command: str, database: str, sizes: list[Size], lacking: list[str], notes: list[str]
) -> list[str]:
    """The whole section of one database."""
    seeded = [
        f"- {size.persons:,} persons, {size.cases:,} cases, {size.events:,} events: seeded in "
        f"{size.seeded_in:.0f} s; web processes held at most {size.memory} MB together."
        for size in sizes
    ]
    return [
        f"### {database}",
        "",
        f"`{command}`",
        "",
        *seeded,
        *[f"- {note}" for note in notes],
        "",
        *table(sizes, lacking),
        "",
        "x trivial: p95 to p95 of an authenticated view that answers one line, same run. growth: p50 to p50 "
        "of that view, one user, against the first size. * misses the goal (5 x, 25 statements, 1.5).",
    ]


def write(path: Path, database: str, lines: list[str]) -> None:
    """Put the section of this database into the page, in place of the one before."""
    begin, end = BEGIN.replace("web", f"web {database}"), END.replace("web", f"web {database}")
    text = path.read_text(encoding="utf-8") if path.exists() else "# Benchmarks\n\n## Web\n"
    block = "\n".join([begin, "", *lines, "", end])
    if begin in text:
        before, rest = text.split(begin, 1)
        text = before + block + rest.split(end, 1)[1]
    else:
        text = text.rstrip() + "\n\n" + block + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
