"""From links as they were recorded to a family that can be drawn: generations, descent, stated doubts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simpul.engines.diagrams.genogram import words
from simpul.engines.diagrams.genogram.facts import (
    MOST_PERSONS,
    Genogram,
    GenogramPerson,
    GenogramSize,
    Household,
    Parentage,
    ParentageKind,
    Tie,
    Union,
    UnionKind,
)
from simpul.engines.diagrams.genogram.generations import Generations
from simpul.engines.diagrams.genogram.lettering import plain
from simpul.kernel.text import Text


@dataclass(frozen=True)
class Descent:
    """Where a child hangs: one or two parents and the kind of the link."""

    child: str
    parents: tuple[str, ...]
    kind: ParentageKind


@dataclass(frozen=True)
class Family:
    """A genogram without dangling links; ``level`` 0 is the oldest generation."""

    persons: dict[str, GenogramPerson]
    names: dict[str, str]
    unions: tuple[Union, ...]
    descents: dict[str, Descent]
    cares: tuple[Descent, ...]
    ties: tuple[Tie, ...]
    households: tuple[Household, ...]
    twins: tuple[tuple[str, ...], ...]
    level: dict[str, int]
    notes: tuple[Text, ...]

    @property
    def generations(self) -> int:
        return 1 + max(self.level.values())

    def union_of(self, parents: tuple[str, ...]) -> Union | None:
        """The latest union of exactly these two."""
        found = [union for union in self.unions if {union.first, union.second} == set(parents)]
        return found[-1] if found else None

    def siblings(self) -> dict[tuple[str, ...], list[str]]:
        """Children by their parents, in birth order (unknown years last, then as given; twins together)."""
        place = {person: number for number, person in enumerate(self.persons)}
        twin = {person: min(place[other] for other in group) for group in self.twins for person in group}
        groups: dict[tuple[str, ...], list[str]] = {}
        for child, descent in self.descents.items():
            groups.setdefault(descent.parents, []).append(child)

        def birth(person: str) -> tuple[int, int, int]:
            year = self.persons[person].birth_year
            return (9999 if year is None else year, twin.get(person, place[person]), place[person])

        return {parents: sorted(children, key=birth) for parents, children in groups.items()}


class _Reading:
    """Reads a genogram link by link and keeps a note of whatever does not fit."""

    def __init__(self, genogram: Genogram) -> None:
        self.genogram = genogram
        self.persons: dict[str, GenogramPerson] = {}
        self.names: dict[str, str] = {}
        self.notes: list[Text] = []

    def note(self, msgid: str, **params: str) -> None:
        text = Text(msgid, params)
        if text not in self.notes:
            self.notes.append(text)

    def read_persons(self) -> None:
        for person in self.genogram.persons:
            name = plain(person.label, 80) or "?"
            if person.id in self.persons:
                self.note(words.NOTE_REPEATED, name=name)
                continue
            self.persons[person.id] = person
            self.names[person.id] = name
            born, died = person.birth_year, person.death_year
            if born is not None and died is not None and died < born:
                self.note(words.NOTE_DEATH, name=name)

    def known(self, *ids: str) -> bool:
        """Whether a link joins different persons of this genogram."""
        if any(person not in self.persons for person in ids):
            self.note(words.NOTE_UNKNOWN_PERSON)
            return False
        if len(set(ids)) < len(ids):
            self.note(words.NOTE_SELF, name=self.names[ids[0]])
            return False
        return True

    def read_parentages(self, generations: Generations) -> list[Parentage]:
        kept: list[Parentage] = []
        for link in dict.fromkeys(self.genogram.parentages):
            if not self.known(link.parent, link.child):
                continue
            if not generations.add_child(link.parent, link.child):
                self.note(words.NOTE_CYCLE, child=self.names[link.child], parent=self.names[link.parent])
                continue
            kept.append(link)
            older, younger = self.persons[link.parent].birth_year, self.persons[link.child].birth_year
            if older is not None and younger is not None and younger <= older:
                self.note(
                    words.NOTE_OLDER_CHILD, child=self.names[link.child], parent=self.names[link.parent]
                )
        return kept

    def read_descents(self, links: Iterable[Parentage]) -> tuple[dict[str, Descent], list[Descent]]:
        """The first kind (birth, then adoption, then care) places the child; the others are drawn as care."""
        by_child: dict[str, dict[ParentageKind, list[str]]] = {}
        for link in links:
            by_child.setdefault(link.child, {}).setdefault(link.kind, []).append(link.parent)
        descents: dict[str, Descent] = {}
        cares: list[Descent] = []
        order = {person: number for number, person in enumerate(self.persons)}
        for child in self.persons:
            kinds = by_child.get(child, {})
            for kind in ParentageKind:
                parents = sorted(set(kinds.get(kind, ())), key=order.__getitem__)
                if not parents:
                    continue
                if len(parents) > 2:
                    self.note(words.NOTE_PARENTS, child=self.names[child])
                    cares += [Descent(child, (extra,), kind) for extra in parents[2:]]
                descent = Descent(child, tuple(parents[:2]), kind)
                if child in descents:
                    cares += [Descent(child, (parent,), kind) for parent in descent.parents]
                else:
                    descents[child] = descent
        return descents, cares

    def read_unions(self, descents: dict[str, Descent]) -> list[Union]:
        unions = [
            union for union in dict.fromkeys(self.genogram.unions) if self.known(union.first, union.second)
        ]
        joined = {frozenset((union.first, union.second)) for union in unions}
        for descent in descents.values():
            if len(descent.parents) == 2 and frozenset(descent.parents) not in joined:
                joined.add(frozenset(descent.parents))
                unions.append(Union(descent.parents[0], descent.parents[1], UnionKind.UNRECORDED))
        return unions


def read_family(genogram: Genogram) -> Family:
    """Everything that can be drawn, and a note about everything that cannot be as it was recorded."""
    if not 1 <= len(genogram.persons) <= MOST_PERSONS:
        raise GenogramSize(len(genogram.persons))
    reading = _Reading(genogram)
    reading.read_persons()
    generations = Generations(reading.persons)
    descents, cares = reading.read_descents(reading.read_parentages(generations))
    unions = reading.read_unions(descents)
    for union in unions:
        if not generations.add_partners(union.first, union.second):
            reading.note(
                words.NOTE_GENERATIONS,
                first=reading.names[union.first],
                second=reading.names[union.second],
            )
    ties = tuple(tie for tie in dict.fromkeys(genogram.ties) if reading.known(tie.source, tie.target))
    level = generations.levels([(tie.source, tie.target) for tie in ties])
    twins = [tuple(dict.fromkeys(group)) for group in genogram.twins]
    households = [
        Household(
            plain(home.label, 60), tuple(dict.fromkeys(m for m in home.members if m in reading.persons))
        )
        for home in genogram.households
    ]
    return Family(
        persons=reading.persons,
        names=reading.names,
        unions=tuple(unions),
        descents=descents,
        cares=tuple(cares),
        ties=ties,
        households=tuple(home for home in households if home.members),
        twins=tuple(group for group in twins if _true_twins(group, descents)),
        level=level,
        notes=tuple(reading.notes),
    )


def _true_twins(group: tuple[str, ...], descents: dict[str, Descent]) -> bool:
    """Twins hang on the same parents; anybody else's twins are nobody's."""
    parents = {descents[person].parents if person in descents else None for person in group}
    return len(group) > 1 and len(parents) == 1 and None not in parents
