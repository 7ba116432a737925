"""Compares a region table with what is loaded: what comes, what changes its name, what goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simpul.reference.rules.region_table import RegionRow
from simpul.reference.rules.regions import (
    Title,
    TitleRule,
    ancestors_of,
    bare_name,
    folded,
    level_of,
    parent_of,
    path_of,
    successor_guess,
    title_of,
    words_of,
)

WHOLE_COUNTRY = 30


@dataclass(frozen=True, slots=True)
class RegionFacts:
    """A region as it shall stand in the database."""

    code: str
    name: str
    title: str
    short_title: str
    level: str
    parent_code: str
    path: str
    name_key: str
    words: str
    lat: float | None
    lng: float | None
    postcode: str
    population: int | None


@dataclass(frozen=True)
class Renamed:
    code: str
    old: str
    new: str


@dataclass(frozen=True)
class Vanished:
    """A code that the table no longer has; successors as the table says, or as the names suggest."""

    code: str
    name: str
    successors: tuple[str, ...]
    stated: bool


@dataclass(frozen=True)
class RegionDiff:
    added: tuple[RegionFacts, ...]
    renamed: tuple[Renamed, ...]
    vanished: tuple[Vanished, ...]
    refreshed: tuple[str, ...]
    unchanged: int
    facts: Mapping[str, RegionFacts]

    @property
    def empty(self) -> bool:
        return not (self.added or self.renamed or self.vanished or self.refreshed)

    def counts(self) -> dict[str, int]:
        return {
            "added": len(self.added),
            "renamed": len(self.renamed),
            "vanished": len(self.vanished),
            "refreshed": len(self.refreshed),
            "unchanged": self.unchanged,
        }


def facts_of(
    rows: Iterable[RegionRow], above: Mapping[str, RegionFacts], titles: Iterable[TitleRule]
) -> dict[str, RegionFacts]:
    """Every row with its title, its path and its search words; ``above`` knows regions outside the table."""
    titles = tuple(titles)
    rows = sorted(rows, key=lambda row: row.code)
    found: dict[str, RegionFacts] = {}
    known_titles: dict[tuple[str, int, str], Title] = {}
    for row in rows:
        level = level_of(row.code)
        kind = row.code[:5], len(row.code), row.code[9:10]
        title = known_titles.get(kind) or known_titles.setdefault(kind, title_of(row.code, titles))
        name = bare_name(row.name, level)
        chain = [found.get(code) or above[code] for code in ancestors_of(row.code)]
        found[row.code] = RegionFacts(
            code=row.code,
            name=name,
            title=title.full,
            short_title=title.short,
            level=level,
            parent_code=parent_of(row.code),
            path=path_of((region.short_title, region.name) for region in chain),
            name_key=folded(name),
            words=words_of(name, [*(region.name for region in chain), *_city(title.full, chain)]),
            lat=row.lat,
            lng=row.lng,
            postcode=row.postcode,
            population=row.population,
        )
    return found


def _city(title: str, above: Iterable[RegionFacts]) -> tuple[str, ...]:
    """People type "Kota Malang": the word tells a city from the regency of the same name."""
    titles = (title, *(region.title for region in above))
    return ("kota",) if any(full.startswith("kota") for full in titles) else ()


def in_scope(codes: Iterable[str], table: Mapping[str, object]) -> set[str]:
    """The loaded codes that the table speaks about, and may therefore declare gone.

    A table that names a region and something below it speaks for all below it; a table of the
    whole country speaks for everything.
    """
    provinces = sum(len(code) == 2 for code in table)
    has_below = {above for code in table for above in ancestors_of(code)}
    if provinces >= WHOLE_COUNTRY and len(has_below) > provinces:
        return set(codes)
    roots = {code for code in table if parent_of(code) not in table and code in has_below}
    return {code for code in codes if code in roots or roots.intersection(ancestors_of(code))}


def compare(
    facts: Mapping[str, RegionFacts], current: Mapping[str, RegionFacts], rows: Iterable[RegionRow]
) -> RegionDiff:
    """What loading the table would change in what is loaded."""
    added = tuple(fact for code, fact in facts.items() if code not in current)
    renamed, refreshed, unchanged = [], [], 0
    for code, fact in facts.items():
        old = current.get(code)
        if old is None:
            continue
        if old.name != fact.name:
            renamed.append(Renamed(code, old.name, fact.name))
        elif old != fact:
            refreshed.append(code)
        else:
            unchanged += 1
    gone = {code: current[code].name for code in sorted(in_scope(current, facts)) if code not in facts}
    vanished = _successions(gone, {fact.code: fact.name for fact in added}, rows)
    return RegionDiff(added, tuple(renamed), vanished, tuple(refreshed), unchanged, facts)


def _successions(
    gone: Mapping[str, str], added: Mapping[str, str], rows: Iterable[RegionRow]
) -> tuple[Vanished, ...]:
    stated: dict[str, list[str]] = {}
    for row in rows:
        for code in row.predecessors:
            stated.setdefault(code, []).append(row.code)
    guessed = successor_guess(gone, added)
    return tuple(
        Vanished(code, name, tuple(stated.get(code, guessed.get(code, ()))), code in stated)
        for code, name in gone.items()
    )
