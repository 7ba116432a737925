"""The matching engine over a hundred thousand services, beside plain full-text search in the same run.

Asked are a hundred needs in plain words, judged by hand. Beside the engine stand SQLite with FTS5 and R*Tree
and, with --database postgresql://..., PostgreSQL's full-text search in a database made for this run; neither
knows reasons, hours or eligibility. Quality: is a right kind of help among the first five?
"""

from __future__ import annotations

import argparse
import csv
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from simpul.config.bench._judged_needs import DEVELOPING, JUDGED, TESTING, Judged
from simpul.config.bench._plain_search import Found, PlainPostgres, PlainSqlite
from simpul.config.options import Options, from_one
from simpul.config.speaking import show
from simpul.engines.matching import Ask, Matcher, Offer, Term

TERMS = Path(__file__).resolve().parents[4] / "reference" / "taxonomy-terms.csv"
KINDS = ("Dinas", "Puskesmas", "Yayasan", "LKS", "UPTD", "Rukun Warga", "Karang Taruna")
SHOWN = 5
Search = Callable[[Judged, float, float], Found]


@dataclass(frozen=True)
class Measured:
    """How quick one searcher was (milliseconds), and how often a right answer was among the first five."""

    name: str
    p50: float
    p95: float
    developing: float
    testing: float


def parser() -> argparse.ArgumentParser:
    found = Options(prog="simpul bench matching", description=__doc__)
    found.add_argument("--services", type=from_one, default=100_000)
    found.add_argument("--rounds", type=from_one, default=3, help="how often the hundred needs are asked")
    found.add_argument("--database", metavar="URL", help="postgresql://... to hold PostgreSQL beside it")
    return found


def main(arguments: Sequence[str]) -> int:
    options = parser().parse_args(list(arguments))
    offers, terms = made_up(options.services)
    started = time.perf_counter()
    matcher = Matcher(offers, terms)
    show(f"{len(offers):,} services, index built in {time.perf_counter() - started:.1f} s")
    searches: dict[str, Search] = {"engine": _asked(matcher)}
    plain = PlainSqlite(offers)
    searches["FTS5 + R*Tree"] = plain.search
    postgres = PlainPostgres(options.database, offers) if options.database else None
    if postgres:
        searches["PostgreSQL"] = postgres.search
    try:
        show(f"{'':16}{'p50 ms':>9}{'p95 ms':>9}{'top 5, 60 seen':>16}{'top 5, 40 kept':>16}")
        for name, search in searches.items():
            one = measured(name, search, options.rounds)
            show(f"{name:16}{one.p50:9.1f}{one.p95:9.1f}{one.developing:16.0%}{one.testing:16.0%}")
    finally:
        if postgres:
            postgres.close()
    return 0


def made_up(count: int) -> tuple[list[Offer], list[Term]]:
    """Services of every kind strewn over the islands, and the taxonomy as it is. The same each time."""
    with TERMS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] in ("need", "service")]
    terms = [
        Term(
            row["code"], row["label_id"],
            tuple(one.strip() for one in f"{row['words_id']};{row['words_en']}".split(";") if one.strip()),
            tuple(row["answered_by"].split()),
        )
        for row in rows
    ]  # fmt: skip
    services = [row for row in rows if row["kind"] == "service"]
    chance = random.Random(3)  # noqa: S311
    offers = []
    for number in range(count):
        row = services[number % len(services)]
        unchecked = chance.randrange(300)
        regency = f"{chance.randrange(11, 96)}.{chance.randrange(1, 30):02}"
        offers.append(
            Offer(
                str(number), row["label_id"], (row["code"],),
                f"{chance.choice(KINDS)} {chance.randrange(1000)}",
                latitude=chance.uniform(-8.5, 4), longitude=chance.uniform(96, 140), covers=(regency,),
                free=chance.random() < 0.7, days_unchecked=unchecked, overdue=unchecked > 180,
            )
        )  # fmt: skip
    return offers, terms


def _asked(matcher: Matcher) -> Search:
    def search(need: Judged, latitude: float, longitude: float) -> Found:
        ask = Ask(words=need.words, latitude=latitude, longitude=longitude)
        return [match.offer.services[0] for match in matcher.rank(ask, limit=SHOWN).matches]

    return search


def measured(name: str, search: Search, rounds: int) -> Measured:
    """Ask everything from changing places; the first round only warms up."""
    chance = random.Random(5)  # noqa: S311
    took, right = [], {True: 0, False: 0}
    for turn in range(rounds + 1):
        for need in JUDGED:
            place = chance.uniform(-8.5, 4), chance.uniform(96, 140)
            started = time.perf_counter()
            found = search(need, *place)
            if turn:
                took.append((time.perf_counter() - started) * 1000)
            if turn == rounds:
                right[need in TESTING] += is_right(need, found)
    shares = right[False] / len(DEVELOPING), right[True] / len(TESTING)
    return Measured(name, statistics.median(took), statistics.quantiles(took, n=20)[-1], *shares)


def is_right(need: Judged, found: Found) -> bool:
    return any(code in need.right for code in found[:SHOWN])
