"""Persons and households for tests, written past the gate."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from simpul.kernel.actor import system_actor
from simpul.registry.cards import Card, keep_card
from simpul.registry.choices import CareRole, ShdkRelation
from simpul.registry.matching import file_keys, index_of
from simpul.registry.models import (
    Alias,
    CareTeam,
    Household,
    Membership,
    Person,
    ProtectionTeam,
    Relationship,
)
from simpul.safeguards.guarded import writing_as

MAKER = uuid.UUID(int=77)


def make_person(
    full_name: str = "Sulastri Handayani",
    *,
    nik: str = "",
    aliases: tuple[str, ...] = (),
    care_team: tuple[uuid.UUID, ...] = (),
    protection_team: tuple[uuid.UUID, ...] = (),
    **facts: Any,
) -> Person:
    """A person on file, findable. ``care_team`` are staff ids; with ``protection_team`` she is sealed."""
    facts.setdefault("created_by", MAKER)
    facts.setdefault("sex", "f")
    facts.setdefault("birth_date", date(1975, 9, 5))
    with writing_as("registry"):
        person = Person(full_name=full_name, sealed=bool(protection_team), **facts)
        person.save()
        Alias.objects.bulk_create([Alias(person=person, name=name) for name in aliases])
        if nik:
            keep_card(system_actor(), person, Card("nik", nik))
        for staff_id in care_team:
            CareTeam.objects.create(
                person=person,
                staff_id=staff_id,
                role=CareRole.CASEWORKER,
                office_id=person.office_id,
                unit_id=person.unit_id,
            )
        for staff_id in protection_team:
            ProtectionTeam.objects.create(person=person, staff_id=staff_id, added_by=MAKER)
        file_keys(person)
    return person


def make_household(
    *members: Person, kk: str = "", relations: tuple[str, ...] = (), **facts: Any
) -> Household:
    """A household with these members; the first is its head unless ``relations`` says otherwise."""
    facts.setdefault("created_by", MAKER)
    with writing_as("registry"):
        household = Household(kk_number=kk, kk_index=index_of("kk", kk), **facts)
        household.save()
        for place, person in enumerate(members):
            relation = relations[place] if place < len(relations) else ""
            relation = relation or (ShdkRelation.HEAD if place == 0 else ShdkRelation.OTHER_FAMILY)
            Membership.objects.create(
                person=person, household=household, relation=relation, recorded_by=MAKER
            )
    return household


def make_tie(person: Person, kind: str, other: Person, **facts: Any) -> Relationship:
    """``person`` is, or does, ``kind`` to ``other``."""
    with writing_as("registry"):
        return Relationship.objects.create(person=person, other=other, kind=kind, recorded_by=MAKER, **facts)
