"""Registering: names as they are, help without identity, doubles looked for first."""

from __future__ import annotations

from datetime import date

import pytest

from simpul.kernel.actor import public_actor
from simpul.kernel.errors import Hidden, InvalidInput, Refused
from simpul.registry.commands.register_person import register_person
from simpul.registry.errors import LikelyKnown
from simpul.registry.models import Alias, IdentityNumber, MatchKey, MergeProposal, Person
from simpul.registry.queries.search import find_duplicates
from tests.factories.registry import make_person
from tests.registry.conftest import Town

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
NIK = "3573014509750009"


def test_register_person_keeps_one_name_and_makes_it_findable(town: Town) -> None:
    person_id = register_person(
        town.worker,
        full_name="  Sumiati ",
        title_front="Hj.",
        call_name="Mak Sum",
        aliases=("Sumi", "Sumi"),
        sex="f",
        birth="5 September 1975",
        nik="3573 0145 0975 0009",
        mother_maiden_name="Kartini",
        region_code="99.01.01.2001",
    )
    person = Person.objects.get(pk=person_id)
    assert person.full_name == "Sumiati"
    assert person.display_name == "Hj. Sumiati"
    assert (person.birth_date, person.birth_precision) == (date(1975, 9, 5), "day")
    assert (person.office_id, person.unit_id) == (town.office.id, town.unit.id)
    assert person.mother_maiden_name == "Kartini"
    assert IdentityNumber.objects.get(person=person).number == NIK
    assert Alias.objects.filter(person=person).count() == 1
    assert MatchKey.objects.filter(person=person, key="t:sumiati").exists()


def test_register_person_with_estimated_age_keeps_the_precision(town: Town) -> None:
    person = Person.objects.get(pk=register_person(town.worker, full_name="Mbah Karto", birth="umur 80"))
    assert person.birth_precision == "estimated"


def test_register_person_without_name_needs_a_reason_and_a_description(town: Town) -> None:
    with pytest.raises(InvalidInput) as stopped:
        register_person(town.worker)
    assert [fault.field for fault in stopped.value.faults] == ["full_name"]
    with pytest.raises(InvalidInput) as stopped:
        register_person(town.worker, identity_unknown="found")
    assert [fault.field for fault in stopped.value.faults] == ["identity_description"]
    person_id = register_person(
        town.worker, identity_unknown="found", identity_description="Laki-laki, sekitar 60, di terminal"
    )
    assert Person.objects.get(pk=person_id).full_name == ""


@pytest.mark.parametrize(
    ("nik", "field"),
    [("357301450975", "nik"), ("3333333333333331"[:15] + "3", "nik"), ("3573014509750000", "nik")],
)
def test_register_person_with_impossible_nik_is_told_so(town: Town, nik: str, field: str) -> None:
    with pytest.raises(InvalidInput) as stopped:
        register_person(town.worker, full_name="Sumiati", nik=nik.replace("3333333333333333", "3" * 15 + "4"))
    assert field in [fault.field for fault in stopped.value.faults]


@pytest.mark.parametrize("nik", ["abc def", "NIK"])
def test_register_person_with_words_for_a_number_is_told_so(town: Town, nik: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        register_person(town.worker, full_name="Sumiati", nik=nik)
    assert "nik" in {fault.field for fault in refused.value.faults}


def test_register_person_with_odd_date_in_nik_needs_the_document(town: Town) -> None:
    with pytest.raises(InvalidInput):
        register_person(town.worker, full_name="Sumiati", nik="3573013213750009")
    register_person(town.worker, full_name="Sumiati", nik="3573013213750009", nik_document="KTP dilihat")


@pytest.mark.parametrize(("text", "reason"), [("belum punya", "not_yet"), ("0000000000000000", "unknown")])
def test_register_person_with_placeholder_nik_keeps_the_reason(town: Town, text: str, reason: str) -> None:
    person_id = register_person(town.worker, full_name="Sumiati", nik=text)
    assert IdentityNumber.objects.get(person_id=person_id).absent_reason == reason


def test_register_person_with_strong_double_is_stopped_until_seen_and_explained(town: Town) -> None:
    known = make_person("Sulastri", nik=NIK, office_id=town.office.id)
    with pytest.raises(LikelyKnown) as stopped:
        register_person(town.worker, full_name="Soelastri", nik=NIK)
    assert stopped.value.candidates[0].person_id == known.id
    with pytest.raises(InvalidInput):
        register_person(town.worker, full_name="Soelastri", nik=NIK, seen_candidates=stopped.value.token)
    made = register_person(
        town.worker,
        full_name="Soelastri",
        nik=NIK,
        seen_candidates=stopped.value.token,
        distinct_reason="Ibu dan anak; kartu tertukar di keluarga",
    )
    assert IdentityNumber.objects.get(person_id=made).status == "contested"
    proposal = MergeProposal.objects.get()
    assert (proposal.kept_id, proposal.folded_id) == (known.id, made)
    assert "tertukar" in proposal.reason


def test_register_person_token_of_other_candidates_does_not_open_the_way(town: Town) -> None:
    make_person("Sulastri", nik=NIK, office_id=town.office.id)
    with pytest.raises(LikelyKnown):
        register_person(
            town.worker,
            full_name="Sulastri",
            nik=NIK,
            seen_candidates="x" * 32,
            distinct_reason="bukan dia itu",
        )


def test_register_person_with_number_of_a_sealed_person_betrays_nothing(town: Town) -> None:
    """An abuser with a login learns nothing: the same answer as for a number nobody has."""
    sealed = make_person(
        "Sulastri", nik=NIK, office_id=town.office.id, protection_team=(town.protector_staff.id,)
    )
    assert find_duplicates(town.worker, full_name="Sulastri", nik=NIK).rows == ()
    made = register_person(town.worker, full_name="Sulastri", nik=NIK)
    proposal = MergeProposal.objects.get()
    assert (proposal.kept_id, proposal.folded_id, proposal.origin) == (sealed.id, made, "same_number")


def test_register_person_at_another_office_is_hidden(town: Town) -> None:
    with pytest.raises(Hidden):
        register_person(town.worker, full_name="Sumiati", office_id=town.other_office.id)


def test_register_person_by_the_public_is_refused(town: Town) -> None:
    with pytest.raises(Refused):
        register_person(public_actor(), full_name="Sumiati")


def test_register_person_takes_names_as_they_are(town: Town) -> None:
    for name in ("Slamet", "I Gusti Ngurah Made Oka", "Ng Tjoen Seng", "Ma'ruf", "O'Neil-Sihombing"):
        assert Person.objects.get(pk=register_person(town.worker, full_name=name)).full_name == name
    with pytest.raises(InvalidInput):
        register_person(town.worker, full_name="12345")
