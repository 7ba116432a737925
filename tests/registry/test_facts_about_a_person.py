"""Numbers, contacts, addresses, households, ties, consents: what is taken, what is refused, what is shown."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from simpul.engines.diagrams import ParentageKind, TieKind, draw_genogram
from simpul.kernel.clock import today
from simpul.kernel.errors import Hidden, InvalidInput
from simpul.registry.commands.end_contact_point import end_contact_point
from simpul.registry.commands.end_relationship import end_relationship
from simpul.registry.commands.give_consent import give_consent
from simpul.registry.commands.join_household import join_household
from simpul.registry.commands.leave_household import leave_household
from simpul.registry.commands.open_household import open_household
from simpul.registry.commands.record_address import record_address
from simpul.registry.commands.record_contact_point import record_contact_point
from simpul.registry.commands.record_identity_number import record_identity_number
from simpul.registry.commands.record_relationship import record_relationship
from simpul.registry.commands.reveal_safe_address import reveal_safe_address
from simpul.registry.commands.withdraw_consent import withdraw_consent
from simpul.registry.models import Address, Person
from simpul.registry.queries.consents import consents_of
from simpul.registry.queries.export_person_data import export_person_data
from simpul.registry.queries.genogram import genogram_of
from simpul.registry.queries.household_file import household_file
from simpul.registry.queries.person_file import person_file
from simpul.safeguards.audit import readings_of
from tests.factories.registry import make_household, make_person, make_tie
from tests.registry.conftest import Town

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def person(town: Town) -> Person:
    return make_person(
        "Sulastri", office_id=town.office.id, unit_id=town.unit.id, care_team=(town.worker_staff.id,)
    )


def test_record_identity_number_warns_where_the_card_differs(town: Town, person: Person) -> None:
    record_identity_number(town.worker, person.id, kind="nik", number="3573010609750009", checked="seen")
    (number,) = person_file(town.worker, person.id).numbers
    assert [str(text) for text in number.warnings] == [
        "The NIK tells another birth date (per KTP); both are kept.",
        "The NIK tells another sex (per KTP); both are kept.",
    ]
    record_identity_number(town.worker, person.id, kind="nik", absent="not_yet")
    (number,) = person_file(town.worker, person.id).numbers
    assert (number.status, number.shown) == ("absent", "")


def test_record_identity_number_without_number_or_reason_is_told_so(town: Town, person: Person) -> None:
    with pytest.raises(InvalidInput):
        record_identity_number(town.worker, person.id, kind="nik")
    with pytest.raises(InvalidInput):
        record_identity_number(town.worker, person.id, kind="bpjs", number="12")


def test_record_contact_point_keeps_safety_and_one_preference(town: Town, person: Person) -> None:
    first = record_contact_point(
        town.worker, person.id, kind="phone", value="(0341) 123456", safe_to_call="unsafe"
    )
    record_contact_point(
        town.worker, person.id, kind="whatsapp", value="0812 3456 7890", safe_to_text="safe", preferred=True,
        hours="sesudah 17.00", who_may_answer="Adiknya, Rini",
    )  # fmt: skip
    rows = person_file(town.worker, person.id).contacts
    assert [(row.value, row.preferred) for row in rows] == [("+6281234567890", True), ("+62341123456", False)]
    assert person_file(town.worker, person.id).banner.contact_unsafe
    end_contact_point(town.worker, person.id, contact_id=first)
    assert len(person_file(town.worker, person.id).contacts) == 1
    for kind, value in (("phone", "seratus"), ("email", "tanpa-at"), ("phone", " "), ("surat", "x")):
        with pytest.raises(InvalidInput):
            record_contact_point(town.worker, person.id, kind=kind, value=value)


def test_reveal_safe_address_is_an_act_of_its_own(town: Town, person: Person) -> None:
    record_address(
        town.worker,
        person.id,
        kind="safe",
        street="Rumah aman, Jl. Anggrek 9",
        region_code="99.01.01.2001",
        rt="1",
    )
    stored = Address.objects.get()
    assert (stored.region_code, stored.rt) == ("", "")
    assert "Anggrek" not in str(person_file(town.worker, person.id))
    assert "Anggrek" not in export_person_data(town.worker, person.id).text
    with pytest.raises(InvalidInput):
        reveal_safe_address(town.worker, person.id, purpose="")
    assert "Anggrek 9" in reveal_safe_address(town.worker, person.id, purpose="visit")
    (line,) = [one for one in readings_of(person.id) if one.act == "registry.reveal_safe_address"]
    assert line.facts["purpose"] == "visit"
    with pytest.raises(Hidden):
        reveal_safe_address(town.boss, person.id, purpose="visit")


def test_record_address_of_the_domicile_moves_the_person(town: Town, person: Person) -> None:
    record_address(town.worker, person.id, kind="domicile", region_code="99.01.01.2001", rt="3", rw="12")
    record_address(town.worker, person.id, kind="domicile", region_code="99.01.01.2002", street="Gang 4")
    assert Person.objects.get(pk=person.id).region_code == "99.01.01.2002"
    assert Address.objects.filter(until=None).count() == 1
    for bad in ({"rt": "abc"}, {"postcode": "12"}, {"region_code": "x"}, {"street": " "}):
        with pytest.raises(InvalidInput):
            record_address(town.worker, person.id, kind="ktp", **bad)


def test_household_is_opened_joined_and_left_with_history(town: Town, person: Person) -> None:
    household_id = open_household(town.worker, person.id, kk_number="3573010509120003", rt="2")
    child = make_person("Bayu", sex="m", office_id=town.office.id, birth_date=date(2015, 1, 1))
    join_household(town.worker, household_id, person_id=child.id, relation="4")
    file = household_file(town.worker, household_id)
    assert [(row.name, row.relation) for row in file.members] == [("Sulastri", "1"), ("Bayu", "4")]
    assert (file.kk, file.rt) == ("3573••••••••0003", "002")
    with pytest.raises(InvalidInput):
        join_household(town.worker, household_id, person_id=child.id, relation="4")
    leave_household(town.worker, household_id, person_id=child.id, reason="placed")
    assert [row.name for row in household_file(town.worker, household_id).former] == ["Bayu"]
    with pytest.raises(InvalidInput):
        join_household(town.worker, household_id, person_id=child.id, relation="1")
    other = make_person("Rini", care_team=(town.worker_staff.id,))
    with pytest.raises(InvalidInput) as stopped:
        open_household(town.worker, other.id, kk_number="3573010509120003")
    assert "on file" in str(stopped.value.faults[0].text)


def test_record_relationship_draws_the_family(town: Town, person: Person) -> None:
    husband = make_person("Slamet", sex="m", office_id=town.office.id)
    child = make_person("Bayu", sex="m", office_id=town.office.id, birth_date=date(2015, 1, 1))
    secret = make_person("Rahasia", protection_team=(town.protector_staff.id,))
    record_relationship(town.worker, person.id, kind="married", other_id=husband.id, since=date(2010, 5, 1))
    record_relationship(town.worker, person.id, kind="parent", other_id=child.id)
    tie = record_relationship(town.worker, person.id, kind="violence", other_id=husband.id, reverse=True)
    make_tie(husband, "parent", child)
    make_tie(child, "close", secret)
    make_household(person, husband, child)
    for bad in (
        {"other_id": person.id},
        {"kind": "x"},
        {"since": today() + timedelta(days=1)},
        {"other_id": secret.id},
    ):
        with pytest.raises(InvalidInput):
            record_relationship(town.worker, person.id, **{"kind": "sibling", "other_id": child.id, **bad})
    drawn = genogram_of(town.worker, person.id)
    assert {one.label for one in drawn.persons} == {"Sulastri", "Slamet", "Bayu"}
    assert [one.kind for one in drawn.parentages] == [ParentageKind.BIOLOGICAL] * 2
    assert [(one.source, one.kind) for one in drawn.ties] == [(str(husband.id), TieKind.VIOLENCE)]
    assert len(drawn.households[0].members) == 3
    assert "<svg" in draw_genogram(drawn)
    end_relationship(town.worker, person.id, relationship_id=tie)
    assert genogram_of(town.worker, person.id).ties == ()


def test_genogram_and_household_tell_the_same_age(town: Town) -> None:
    tomorrow = today() + timedelta(days=1)
    child = make_person(
        "Bayu", office_id=town.office.id, unit_id=town.unit.id, care_team=(town.worker_staff.id,),
        birth_date=tomorrow.replace(year=tomorrow.year - 12, day=min(tomorrow.day, 28)),
    )  # fmt: skip
    household = make_household(child)
    told = {one.age for one in household_file(town.worker, household.id).members}
    assert told == {one.age for one in genogram_of(town.worker, child.id).persons}


def test_consent_is_given_field_by_field_and_taken_back(town: Town, person: Person) -> None:
    consent_id = give_consent(
        town.worker, person.id, purpose="casework", given_how="spoken", witness="Ibu RT",
        items={"identity": True, "health": False},
    )  # fmt: skip
    (row,) = consents_of(town.worker, person.id)
    assert (row.stands, len(row.allowed), len(row.withheld), row.witness) == (True, 1, 1, "Ibu RT")
    withdraw_consent(town.worker, person.id, consent_id=consent_id, reason="berubah pikiran")
    assert [row.stands for row in consents_of(town.worker, person.id)] == [False]
    with pytest.raises(InvalidInput):
        give_consent(town.worker, person.id, purpose="casework", given_how="spoken", items={"identity": True})


def test_export_person_data_holds_what_is_about_her(town: Town, person: Person) -> None:
    record_contact_point(town.worker, person.id, kind="phone", value="081234567890")
    data = json.loads(export_person_data(town.worker, person.id).text)
    assert data["person"]["full_name"] == "Sulastri"
    assert data["contacts"][0]["value"] == "+6281234567890"
