"""Erasing: two persons, no standing hold or case, unreadable afterwards, not to be found."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from simpul.kernel.actor import system_actor
from simpul.kernel.errors import InvalidInput, Refused
from simpul.registry.commands.erase_on_order import erase_on_order
from simpul.registry.commands.erase_person import erase_person
from simpul.registry.commands.hold_records import hold_records
from simpul.registry.commands.record_contact_point import record_contact_point
from simpul.registry.commands.release_records import release_records
from simpul.registry.commands.request_erasure import request_erasure
from simpul.registry.models import ContactPoint, Household, IdentityNumber, MatchKey, Membership, Person
from simpul.registry.queries.search import search_persons
from simpul.safeguards import keys
from simpul.safeguards.fields import ERASED
from simpul.safeguards.forgetting import forgettings
from simpul.safeguards.models import AuditLine, Erasure
from tests.factories.registry import make_household, make_person
from tests.factories.workforce import actor_of, make_staff
from tests.registry.conftest import Town

pytestmark = pytest.mark.django_db(databases=["default", "keys"], transaction=True)


def test_erase_person_leaves_nothing_to_read_or_find(town: Town) -> None:
    person = make_person(
        "Sulastri", nik="3573014509750009", office_id=town.office.id, unit_id=town.unit.id,
        mother_maiden_name="Kartini",
    )  # fmt: skip
    record_contact_point(town.boss, person.id, kind="phone", value="081234567890")
    second = actor_of(make_staff(role="supervisor", scope="unit", unit=town.unit))
    request_erasure(town.boss, person.id, ground="Permintaan klien, 3 Mei")
    with pytest.raises(Refused):
        erase_person(town.boss, person.id, sure=True)
    with pytest.raises(InvalidInput):
        erase_person(second, person.id)
    erase_person(second, person.id, sure=True)
    keys.forget()
    gone = Person.objects.get(pk=person.id)
    assert (gone.full_name, gone.birth_date, gone.region_code) == ("", None, "")
    assert gone.mother_maiden_name == ERASED
    assert ContactPoint.objects.get(person=person).value == ERASED
    assert IdentityNumber.objects.get(person=person).number == ERASED
    assert not MatchKey.objects.filter(person=person).exists()
    assert search_persons(town.worker, name="Sulastri") == ()
    assert search_persons(town.worker, nik="3573014509750009") == ()


def test_erase_person_under_legal_hold_is_refused(town: Town) -> None:
    person = make_person(office_id=town.office.id, unit_id=town.unit.id)
    second = actor_of(make_staff(role="head_of_office", scope="office", office=town.office))
    hold_records(town.boss, person.id, ground="LP/12/2026")
    request_erasure(town.boss, person.id, ground="Permintaan klien")
    with pytest.raises(Refused):
        erase_person(second, person.id, sure=True)
    assert Person.objects.get(pk=person.id).full_name
    release_records(second, person.id)
    erase_person(second, person.id, sure=True)


def state_of(person: Person) -> dict[str, Any]:
    """What is left of a file, apart from moments and ids."""
    left: dict[str, Any] = {}
    for model, rule in forgettings().items():
        for way in rule.of:
            rows = model._default_manager.filter(**{way: person.pk})
            left[f"{model.__name__}.{way}"] = sorted(
                repr(
                    [
                        getattr(row, name) is not None if name.endswith("_at") else getattr(row, name)
                        for name in rule.blank
                    ]
                )
                for row in rows
            )
    return left


def test_the_operators_way_leaves_the_same_as_the_desks(town: Town) -> None:
    second = actor_of(make_staff(role="supervisor", scope="unit", unit=town.unit))
    persons = []
    for nik in ("3573014509750009", "3573014509750010"):
        person = make_person(
            "Sulastri", nik=nik, office_id=town.office.id, unit_id=town.unit.id, aliases=("Lastri",)
        )
        make_household(person, kk=nik)
        record_contact_point(town.boss, person.id, kind="phone", value="081234567890")
        persons.append(person)
    assert state_of(persons[0])["Alias.person"]
    request_erasure(town.boss, persons[0].id, ground="Permintaan klien, 3 Mei")
    erase_person(second, persons[0].id, sure=True)
    erase_on_order(system_actor(), person_id=persons[1].id, ground="surat 3 Mei")
    assert state_of(persons[0]) == state_of(persons[1])
    assert not state_of(persons[0])["Alias.person"]
    assert not Membership.objects.exists()
    assert not Household.objects.exclude(kk_index="").exists(), "nobody else lived there"
    line = AuditLine.objects.get(act="registry.erase_on_order")
    assert line.facts["ground"] == "surat 3 Mei"
    assert str(persons[1].id) in line.subjects
    assert Erasure.objects.filter(subject_id__in=[one.id for one in persons]).count() == 2


def test_erase_on_order_is_refused_like_the_desk(town: Town) -> None:
    held = make_person(office_id=town.office.id, unit_id=town.unit.id)
    hold_records(town.boss, held.id, ground="LP/12/2026")
    cared = make_person("Marni", office_id=town.office.id, care_team=(town.worker_staff.id,))
    for person in (held, cared):
        with pytest.raises(Refused):
            erase_on_order(system_actor(), person_id=person.id, ground="surat 3 Mei")
        assert Person.objects.get(pk=person.id).full_name
    for person_id, ground in ((uuid4(), "surat"), (held.id, " ")):
        with pytest.raises(InvalidInput):
            erase_on_order(system_actor(), person_id=person_id, ground=ground)
    with pytest.raises(Refused):
        erase_on_order(town.boss, person_id=cared.id, ground="surat 3 Mei")


def test_a_household_with_others_stays_theirs(town: Town) -> None:
    person, neighbour = (make_person(name, office_id=town.office.id) for name in ("Sulastri", "Budi"))
    home = make_household(neighbour, person, kk="3573010101010001")
    erase_on_order(system_actor(), person_id=person.id, ground="surat 3 Mei")
    assert Household.objects.get(pk=home.pk).kk_index
    assert [one.person_id for one in home.memberships.all()] == [neighbour.id]
    assert search_persons(town.boss, name="Budi")


def test_files_folded_step_by_step_are_erased_too(town: Town) -> None:
    last = make_person("Sulastri", office_id=town.office.id)
    middle = make_person("Sulastri H", office_id=town.office.id, merged_into=last)
    first = make_person("Lastri", office_id=town.office.id, merged_into=middle)
    erase_on_order(system_actor(), person_id=last.id, ground="surat 3 Mei")
    names = Person.objects.filter(pk__in=[last.id, middle.id, first.id]).values_list("full_name", flat=True)
    assert set(names) == {""}


def test_erase_person_while_accompanied_is_refused(town: Town) -> None:
    person = make_person(office_id=town.office.id, unit_id=town.unit.id, care_team=(town.worker_staff.id,))
    request_erasure(town.worker, person.id, ground="Permintaan klien")
    with pytest.raises(Refused):
        erase_person(town.boss, person.id, sure=True)
