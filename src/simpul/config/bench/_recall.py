"""Whether a search finds whom it should: known persons, their names written as somebody else would."""

from __future__ import annotations

import statistics
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from simpul.config.bench._town import Known, Town
from simpul.config.demo.population.chance import Chance
from simpul.config.demo.population.dirt import spelled_otherwise
from simpul.registry.queries.search import search_persons
from simpul.safeguards.unit import reading_unit
from simpul.workforce.acting import actor_for

FIRST = 10


@dataclass(frozen=True)
class Recall:
    """Of so many sought, how many stood among the first ten; and how long one search took (seconds)."""

    how: str
    sought: int
    found: int
    seconds: float

    @property
    def share(self) -> float:
        return self.found / self.sought


def _day(known: Known) -> str:
    return str(known.birth_date.year) if known.precision == "year" else f"{known.birth_date:%d-%m-%Y}"


WAYS: tuple[tuple[str, bool, Callable[[Known], dict[str, str]]], ...] = (
    ("own office, name alone", False, lambda _known: {}),
    ("own office, name and year of birth", False, lambda known: {"birth": str(known.birth_date.year)}),
    ("whole country, name and birth date", True, lambda known: {"birth": _day(known)}),
    (
        "whole country, name, year of birth and village",
        True,
        lambda known: {"birth": str(known.birth_date.year), "village": known.village},
    ),
)


def recall_of(town: Town, *, quick: bool) -> list[Recall]:
    """Each way of searching, with other spellings, titles left out and doubled or lost letters."""
    found = []
    for how, is_wide, more in WAYS:
        worker = town.wide if is_wide else town.measured[0]
        people = (town.known if is_wide else town.neighbours)[: 20 if quick else 200]
        if worker is not None and people:
            found.append(_sought(how, people, worker.account_id, more))
    return found


def _sought(
    how: str, people: Sequence[Known], account_id: uuid.UUID, more: Callable[[Known], dict[str, str]]
) -> Recall:
    chance, actor = Chance("recall"), actor_for(account_id)
    hits, seconds = 0, []
    for known in people:
        typed = spelled_otherwise(chance, known.name)
        started = time.perf_counter()
        with reading_unit():
            rows = search_persons(actor, name=typed, **more(known))
        seconds.append(time.perf_counter() - started)
        hits += known.person_id in [row.person_id for row in rows[:FIRST]]
    return Recall(how, len(people), hits, statistics.median(seconds))
