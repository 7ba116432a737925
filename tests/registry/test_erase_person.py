"""Erasing: two persons, no standing hold or case, unreadable afterwards, not to be found."""

from __future__ import annotations

import pytest

from simpul.kernel.errors import InvalidInput, Refused
from simpul.registry.commands.erase_person import erase_person
from simpul.registry.commands.hold_records import hold_records
from simpul.registry.commands.record_contact_point import record_contact_point
from simpul.registry.commands.release_records import release_records
from simpul.registry.commands.request_erasure import request_erasure
from simpul.registry.models import ContactPoint, IdentityNumber, MatchKey, Person
from simpul.registry.queries.search import search_persons
from simpul.safeguards import keys
from simpul.safeguards.fields import ERASED
from tests.factories.registry import make_person
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


def test_erase_person_while_accompanied_is_refused(town: Town) -> None:
    person = make_person(office_id=town.office.id, unit_id=town.unit.id, care_team=(town.worker_staff.id,))
    request_erasure(town.worker, person.id, ground="Permintaan klien")
    with pytest.raises(Refused):
        erase_person(town.boss, person.id, sure=True)
