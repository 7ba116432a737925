"""The table of one run, on the screen and in docs/reference/benchmarks.md."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from simpul.config.bench._driving import TRIVIAL, Times
from simpul.config.environment import ROOT
from simpul.config.speaking import show

USERS = (1, 30)
BEGIN, END = "<!-- bench web: begin -->", "<!-- bench web: end -->"
MOST_RATIO, MOST_STATEMENTS, MOST_GROWTH = 5.0, 25, 1.5
SEALED = "Bulk notes carry a token of a sealed note's length; what the measured workers open is sealed truly."


@dataclass
class Size:
    """What was measured at one size."""

    persons: int
    cases: int
    events: int
    seeded_in: float
    memory: int = 0
    times: dict[tuple[str, int], Times] = field(default_factory=dict)
    lacking: list[str] = field(default_factory=list)
    recall: list[str] = field(default_factory=list)
    load: float = 0.0  # of the machine, when the measuring began
    machine: str = ""

    def write(self, path: Path) -> None:
        """For the process that tells of all sizes."""
        told = {**vars(self), "times": [[*key, asdict(times)] for key, times in self.times.items()]}
        path.write_text(json.dumps(told), encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> Size:
        told = json.loads(path.read_text(encoding="utf-8"))
        times = {(page, users): Times(**facts) for page, users, facts in told.pop("times")}
        return cls(**told, times=times)

    @property
    def failed(self) -> list[str]:
        return [one for times in self.times.values() for one in times.failed]

    def ratio(self, page: str, users: int) -> float:
        """p95 of the page to p95 of the trivial view, same run, same number of users."""
        return self.times[page, users].p95 / self.times[TRIVIAL, users].p95

    def work_ratio(self, page: str) -> float:
        """The same of the processor's time, for one user."""
        return self.times[page, 1].work_p95 / self.times[TRIVIAL, 1].work_p95

    def weight(self, page: str) -> float:
        """p50 of the page to p50 of the trivial view for one user: what growth is told by."""
        return self.times[page, 1].p50 / self.times[TRIVIAL, 1].p50


def table(sizes: list[Size], lacking: list[str]) -> list[str]:
    """One row a page and size; milliseconds; the figures that miss a goal are marked with *."""
    lines = [
        "| page | persons | statements | 1 user: p50 / p95 ms | x trivial | 30 users: p50 / p95 ms "
        "| x trivial | work p50 / p95 ms | x trivial | growth |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    pages = list(dict.fromkeys(page for page, _users in sizes[0].times))
    for page in pages:
        lines += [_row(page, size, sizes[0]) for size in sizes]
    lines += [f"| {page} | - | no such page in this version | | | | | | | |" for page in lacking]
    return lines


def _row(page: str, size: Size, first: Size) -> str:
    alone, many = size.times[page, 1], size.times[page, 30]
    statements = str(alone.most_statements) + ("*" if alone.most_statements > MOST_STATEMENTS else "")
    growth = size.weight(page) / first.weight(page)
    grown = "" if size is first else f"{growth:.2f}" + ("*" if growth > MOST_GROWTH else "")
    return (
        f"| {page} | {size.persons:,} | {statements} | {_pair(alone)} | {_marked(size.ratio(page, 1))} "
        f"| {_pair(many)} | {_marked(size.ratio(page, 30))} | {_ms(alone.work_p50)} / {_ms(alone.work_p95)} "
        f"| {_marked(size.work_ratio(page))} | {grown} |"
    )


def _pair(times: Times) -> str:
    return f"{_ms(times.p50)} / {_ms(times.p95)}"


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f}"


def _marked(ratio: float) -> str:
    return f"{ratio:.1f}" + ("*" if ratio > MOST_RATIO else "")


def section(command: str, database: str, sizes: list[Size]) -> list[str]:
    """The whole section of one database."""
    return [
        f"### {database}",
        "",
        f"`{command}`",
        "",
        *[line for size in sizes for line in _about(size)],
        f"- {SEALED}",
        "",
        *table(sizes, sizes[0].lacking),
        "",
        "x trivial: p95 to p95 of an authenticated view that answers one line, same run. growth: p50 to p50 "
        "of that view, one user, against the first size. work: time of the server's processor for one user, "
        "which hardly hears of others on the machine. * misses the goal (5 x, 25 statements, 1.5).",
    ]


def _about(size: Size) -> list[str]:
    told = [
        f"- {size.persons:,} persons, {size.cases:,} cases, {size.events:,} events: made in "
        f"{size.seeded_in:.0f} s; web processes held at most {size.memory} MB together. {size.machine} "
        f"Load when the measuring began: {size.load:.1f}.",
        *[f"- Found again under a name written otherwise, among the first ten, {one}" for one in size.recall],
    ]
    if size.failed:
        told.append(f"- {len(size.failed)} requests failed: {sorted(set(size.failed))[:5]}")
    return told


def tell(command: str, database: str, sizes: list[Size], *, is_written: bool) -> int:
    """On the screen and in the handbook; the exit code tells whether every request was answered."""
    lines = section(command, database, sizes)
    show("\n".join(lines))
    if is_written:
        write(Path(ROOT) / "docs" / "reference" / "benchmarks.md", database, lines)
    return 1 if any(size.failed for size in sizes) else 0


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
