"""Opening a file: own caseload, unit, glass, never a sealed one; many files are braked."""

from __future__ import annotations

import pytest

from simpul.kernel.actor import Actor, ActorKind, Grant, Role, Scope
from simpul.kernel.errors import Hidden
from simpul.kernel.refs import new_id
from simpul.notices.models import Notice
from simpul.registry import browsing
from simpul.registry.commands.break_glass import break_glass
from simpul.registry.commands.record_relationship import record_relationship
from simpul.registry.commands.register_person import register_person
from simpul.registry.commands.seal_person import seal_person
from simpul.registry.commands.tell_of_browsing import tell_of_browsing
from simpul.registry.commands.unseal_person import unseal_person
from simpul.registry.errors import TooManyOpened
from simpul.registry.queries.household_file import household_file
from simpul.registry.queries.lookers import who_has_looked
from simpul.registry.queries.person_file import person_banner, person_file
from simpul.safeguards.models import BrokenGlass
from tests.factories.registry import make_household, make_person, make_tie
from tests.registry.conftest import Town

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
REASON = "Klien pingsan di kantor kami, perlu tahu obatnya"


def client_of(person_id: object) -> Actor:
    return Actor(
        id=new_id(), kind=ActorKind.CLIENT, grants=(Grant(Role.CLIENT, Scope.OWN),), person_id=person_id
    )


def test_person_file_opens_to_her_worker_her_supervisor_and_herself(town: Town) -> None:
    person = make_person(
        office_id=town.office.id,
        unit_id=town.unit.id,
        care_team=(town.worker_staff.id,),
        nik="3573014509750009",
    )
    for actor in (town.worker, town.boss, client_of(person.id)):
        assert person_file(actor, person.id).banner.nik == "3573••••••••0009"
    for actor in (town.colleague, town.stranger, client_of(new_id())):
        with pytest.raises(Hidden):
            person_file(actor, person.id)


def test_person_file_opens_for_a_day_to_who_registered_her(town: Town) -> None:
    person_id = register_person(town.worker, full_name="Sumiati")
    assert person_banner(town.worker, person_id).name == "Sumiati"
    with pytest.raises(Hidden):
        person_banner(town.colleague, person_id)


def test_seal_person_closes_the_file_to_all_but_the_team(town: Town) -> None:
    person = make_person(office_id=town.office.id, unit_id=town.unit.id, care_team=(town.worker_staff.id,))
    seal_person(town.boss, person.id, team=(town.protector_staff.id,), reason="Pelaku bekerja di kantor ini")
    for actor in (town.worker, town.colleague, town.stranger):
        with pytest.raises(Hidden):
            person_file(actor, person.id)
    assert person_file(town.protector, person.id).banner.sealed
    assert person_file(town.boss, person.id).banner.sealed
    with pytest.raises(Hidden):
        break_glass(town.colleague, person.id, reason=REASON)
    unseal_person(town.boss, person.id, reason="Pelaku sudah ditahan")
    assert not person_file(town.worker, person.id).banner.sealed


def test_sealed_member_is_absent_from_household_and_ties(town: Town) -> None:
    mother = make_person("Sumiati", office_id=town.office.id, care_team=(town.worker_staff.id,))
    child = make_person("Dewi Anjani", office_id=town.office.id, protection_team=(town.protector_staff.id,))
    household = make_household(mother, child, office_id=town.office.id)
    make_tie(mother, "parent", child)
    assert [row.name for row in household_file(town.worker, household.id).members] == ["Sumiati"]
    assert person_file(town.worker, mother.id).ties == ()
    only = make_household(
        make_person("Rahasia", protection_team=(town.protector_staff.id,)), office_id=town.office.id
    )
    with pytest.raises(Hidden):
        household_file(town.boss, only.id)


def test_remark_on_a_tie_is_for_its_author_and_for_who_reaches_both(town: Town) -> None:
    facts = {"office_id": town.office.id, "unit_id": town.unit.id}
    child = make_person("Dewi Anjani", **facts, care_team=(town.worker_staff.id,))
    father = make_person("Sugeng", **facts, care_team=(town.colleague.staff_id,))
    record_relationship(
        town.worker, child.id, kind="parent", other_id=father.id, reverse=True, remark="Ia memukul anak ini"
    )
    for reader, opened in ((town.worker, child), (town.boss, father)):
        (tie,) = person_file(reader, opened.id).ties
        assert tie.remark == "Ia memukul anak ini"
    for reader in (town.colleague, client_of(father.id)):
        assert [tie.remark for tie in person_file(reader, father.id).ties] in ([], [""])


def test_break_glass_opens_for_reading_and_tells_supervisors_and_client(town: Town) -> None:
    person = make_person(office_id=town.office.id, unit_id=town.unit.id)
    break_glass(town.stranger, person.id, reason=REASON, hours=2)
    assert person_file(town.stranger, person.id).banner.person_id == person.id
    assert Notice.objects.filter(kind="glass_opened", recipient_id=town.boss_staff.id).count() == 1
    assert BrokenGlass.objects.get().subject_id == person.id
    looks = who_has_looked(client_of(person.id), person.id)
    assert REASON in [look.reason for look in looks]
    assert all("Sulastri" not in notice.title for notice in Notice.objects.all())


def test_who_has_looked_names_people_and_what_they_did(town: Town) -> None:
    person = make_person(office_id=town.office.id, care_team=(town.worker_staff.id,))
    person_file(town.worker, person.id)
    person_file(town.worker, person.id)
    (look,) = who_has_looked(client_of(person.id), person.id)
    assert (str(look.what), look.times, look.refused) == ("opened the file", 2, False)
    assert town.worker_staff.full_name in look.who


def head(town: Town) -> Actor:
    return Actor(
        id=new_id(), kind=ActorKind.STAFF, staff_id=new_id(), office_id=town.office.id, unit_id=town.unit.id,
        grants=(Grant(Role.SOCIAL_WORKER, Scope.OFFICE, office_id=town.office.id),),
    )  # fmt: skip


def test_many_files_outside_the_caseload_are_braked(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsing, "LIMIT", 5)
    reader = head(town)
    persons = [
        make_person(f"Orang {letter}", office_id=town.office.id, unit_id=town.unit.id)
        for letter in "ABCDEFGH"
    ]
    opened = 0
    for person in persons:
        try:
            person_file(reader, person.id)
            opened += 1
        except TooManyOpened:
            assert tell_of_browsing(reader) is (opened == 5 and person is persons[5])
    assert opened == 5
    person_file(reader, persons[0].id)
    assert Notice.objects.filter(kind="many_files_opened", recipient_id=town.boss_staff.id).count() == 1


def test_own_caseload_is_never_braked(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsing, "LIMIT", 2)
    for number in range(4):
        person = make_person(f"Orang {number}a", care_team=(town.worker_staff.id,), office_id=town.office.id)
        person_file(town.worker, person.id)


def test_planted_brake_that_counts_nothing_is_caught(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsing, "LIMIT", 2)
    monkeypatch.setattr(browsing, "opened_outside", lambda actor: set())
    with pytest.raises(AssertionError):
        reader, opened = head(town), 0
        for number in range(4):
            try:
                person_file(reader, make_person(f"Orang {number}a", office_id=town.office.id).id)
                opened += 1
            except TooManyOpened:
                break
        assert opened == 2
