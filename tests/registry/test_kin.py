"""Kin by the registry, and what a tie takes away: role, cover and emergency open nothing."""

from __future__ import annotations

import uuid

import pytest
from django.db.models import Q

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.errors import Hidden, Refused
from simpul.registry import kin, policies
from simpul.registry.commands.break_glass import break_glass
from simpul.registry.commands.merge_persons import merge_persons
from simpul.registry.commands.propose_merge import propose_merge
from simpul.registry.errors import TieBars
from simpul.registry.kin import has_tie, tied_persons
from simpul.registry.models import Person
from simpul.registry.queries.broken_glasses import broken_glasses
from simpul.registry.queries.household_file import household_file
from simpul.registry.queries.merge_questions import merge_questions
from simpul.registry.queries.person_file import person_file
from simpul.registry.queries.search import search_persons
from simpul.safeguards import reach as reaching
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import AuditLine, BrokenGlass
from simpul.workforce.commands.confirm_own_record import confirm_own_record
from simpul.workforce.commands.declare_conflict import declare_conflict
from simpul.workforce.commands.declare_own_record import declare_own_record
from simpul.workforce.commands.withdraw_own_record import withdraw_own_record
from simpul.workforce.models import Cover, OwnRecord
from tests.factories.registry import make_household, make_person, make_tie
from tests.factories.workforce import actor_of, make_staff
from tests.registry.conftest import Town

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

NIK = "3573014509750009"
REASON = "Klien pingsan di terminal; keluarga dan obatnya dicari."


@pytest.fixture
def boss_at_home(town: Town) -> Person:
    """The supervisor's own file. She gives her number; nobody is told whether there is a file."""
    file = make_person("Ratna Supervisor", nik=NIK, office_id=town.other_office.id)
    declare_own_record(town.boss, town.boss_staff.id, nik="3573 0145 0975 0009")
    return file


def here(town: Town, name: str, **facts: object) -> Person:
    return make_person(name, office_id=town.office.id, unit_id=town.unit.id, **facts)


def test_kin_within_two_steps_and_the_household_past_and_present(town: Town, boss_at_home: Person) -> None:
    mother, sister, aunt, cousin = (here(town, name) for name in ("Ibu", "Kakak", "Bibi", "Sepupu"))
    husband, his_child, neighbour, foe = (
        here(town, name) for name in ("Suami", "Anak suami", "Tetangga", "Lawan")
    )
    lodger, by_error = here(town, "Pernah serumah"), here(town, "Salah catat")
    make_tie(mother, "parent", boss_at_home)
    make_tie(mother, "parent", sister)
    make_tie(mother, "sibling", aunt)
    make_tie(aunt, "parent", cousin)
    make_tie(boss_at_home, "divorced", husband, until=today())
    make_tie(husband, "parent", his_child)
    make_tie(boss_at_home, "conflict", foe)
    make_tie(foe, "close", neighbour)
    home = make_household(boss_at_home, lodger, by_error)
    with writing_as("registry"):
        home.memberships.filter(person=lodger).update(until=today(), leaving_reason="moved")
        home.memberships.filter(person=by_error).update(until=today(), leaving_reason="error")
    near = {boss_at_home, mother, sister, aunt, husband, his_child, foe, lodger}
    assert tied_persons(town.boss_staff.id) == {one.id for one in near}
    assert not has_tie(town.boss_staff.id, cousin.id)
    assert not has_tie(town.worker_staff.id, mother.id)


def test_a_tie_takes_the_file_away_from_the_role_and_says_nothing(town: Town, boss_at_home: Person) -> None:
    child = here(town, "Bayu", care_team=(town.worker_staff.id,))
    assert person_file(town.boss, child.id)
    make_tie(boss_at_home, "parent", child)
    with pytest.raises(Hidden):
        person_file(town.boss, child.id)
    line = AuditLine.objects.filter(act="registry.person_file").latest("seq")
    assert (line.outcome, line.facts) == ("hidden", {})
    assert person_file(town.worker, child.id)
    assert [row.person_id for row in search_persons(town.boss, name="Bayu")] == [child.id]


def test_what_was_given_into_her_own_hands_stays_until_she_is_replaced(
    town: Town, boss_at_home: Person
) -> None:
    child = here(town, "Bayu", care_team=(town.boss_staff.id,))
    make_tie(boss_at_home, "guardian", child)
    assert person_file(town.boss, child.id)


def test_broken_glass_does_not_open_the_file_of_kin(town: Town, boss_at_home: Person) -> None:
    child = here(town, "Bayu")
    make_tie(boss_at_home, "parent", child)
    with pytest.raises(TieBars) as refusal:
        break_glass(town.boss, child.id, reason=REASON)
    assert "Bayu" not in str(refusal.value) and "parent" not in str(refusal.value)
    assert not BrokenGlass.objects.exists()
    assert AuditLine.objects.filter(act="registry.break_glass").latest("seq").outcome == "refused"


def test_a_tie_that_comes_to_light_ends_what_broken_glass_opened(town: Town) -> None:
    child = here(town, "Bayu")
    break_glass(town.stranger, child.id, reason=REASON)
    assert person_file(town.stranger, child.id)
    declare_conflict(town.stranger, town.stranger.staff_id or uuid.uuid4(), person_id=child.id)
    with pytest.raises(Hidden):
        person_file(town.stranger, child.id)


def test_cover_lends_no_file_of_kin(town: Town, boss_at_home: Person) -> None:
    child = here(town, "Bayu", care_team=(town.worker_staff.id,))
    stand_in = make_staff(office=town.other_office)
    with writing_as("workforce"):
        Cover.objects.create(
            absent=town.worker_staff, covering=stand_in, starts_on=today(), ends_on=today(),
            arranged_by=town.boss.id,
        )  # fmt: skip
    assert person_file(actor_of(stand_in), child.id)
    declare_conflict(actor_of(stand_in), stand_in.id, person_id=child.id)
    with pytest.raises(Hidden):
        person_file(actor_of(stand_in), child.id)


def test_kin_review_no_emergency_reading_and_no_merge_question(town: Town, boss_at_home: Person) -> None:
    child, double = here(town, "Bayu", care_team=(town.worker_staff.id,)), here(town, "Bayu Aji")
    propose_merge(town.worker, child.id, other_id=double.id, reason="tanggal lahir sama")
    break_glass(town.stranger, child.id, reason=REASON)
    home = make_household(child, office_id=town.office.id, unit_id=town.unit.id)
    assert broken_glasses(town.boss) and merge_questions(town.boss) and household_file(town.boss, home.id)
    make_tie(boss_at_home, "parent", child)
    assert broken_glasses(town.boss) == () == merge_questions(town.boss)
    with pytest.raises(Hidden):
        household_file(town.boss, home.id)


def test_merged_files_are_one_for_a_tie(town: Town, boss_at_home: Person) -> None:
    kept, folded = here(town, "Bayu"), here(town, "Bayu Aji")
    declare_conflict(town.boss, town.boss_staff.id, person_id=folded.id)
    reviewer = actor_of(make_staff(role="supervisor", scope="unit", unit=town.unit))
    proposal = propose_merge(
        actor_of(make_staff(role="supervisor", scope="unit", unit=town.unit)),
        folded.id, other_id=kept.id, reason="sama",
    )  # fmt: skip
    merge_persons(reviewer, proposal, words="Dibandingkan", sure=True)
    assert {kept.id, folded.id} <= tied_persons(town.boss_staff.id)


def test_own_record_is_confirmed_by_other_eyes_with_the_card(town: Town) -> None:
    record = declare_own_record(town.worker, town.worker_staff.id, nik=NIK)
    assert declare_own_record(town.worker, town.worker_staff.id, nik=NIK) == record
    kept = OwnRecord.objects.get()
    assert NIK not in str(kept.__dict__)
    with pytest.raises(Hidden):
        confirm_own_record(town.worker, record, nik=NIK)
    with pytest.raises(Exception, match="look") as wrong:
        confirm_own_record(town.boss, record, nik="3573014509750010")
    assert [fault.field for fault in wrong.value.faults] == ["nik"]
    confirm_own_record(town.boss, record, nik=NIK)
    kept.refresh_from_db()
    assert kept.confirmed_by == town.boss.id
    with pytest.raises(Refused):
        confirm_own_record(town.boss, record, nik=NIK)
    withdraw_own_record(town.boss, record)
    assert tied_persons(town.worker_staff.id) == frozenset()


def test_own_record_by_file_counts_at_once_and_needs_a_number_otherwise(town: Town) -> None:
    me = here(town, "Sri")
    child = here(town, "Bayu")
    make_tie(me, "parent", child)
    declare_own_record(town.worker, town.worker_staff.id, person_id=me.id)
    assert has_tie(town.worker_staff.id, child.id)
    with pytest.raises(Exception, match="look"):
        declare_own_record(town.worker, town.worker_staff.id, nik="123")


def test_planted_reach_without_the_bar_opens_the_file_of_kin(
    town: Town, boss_at_home: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = here(town, "Bayu")
    make_tie(boss_at_home, "parent", child)
    monkeypatch.setattr(reaching, "_bars", [])
    assert person_file(town.boss, child.id)


def test_planted_kin_of_one_step_misses_the_sister(
    town: Town, boss_at_home: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    mother, sister = here(town, "Ibu"), here(town, "Kakak")
    make_tie(mother, "parent", boss_at_home)
    make_tie(mother, "parent", sister)
    assert has_tie(town.boss_staff.id, sister.id)
    monkeypatch.setattr(kin, "STEPS", 1)
    assert not has_tie(town.boss_staff.id, sister.id)


def test_no_list_shows_more_than_the_reach(town: Town, boss_at_home: Person) -> None:
    """The bar is part of the reach itself, so that lists and single records cannot differ."""
    child = here(town, "Bayu")
    make_tie(boss_at_home, "parent", child)
    found = Person.objects.filter(policies.person_reach(town.boss, "registry.person_file"))
    assert not found.filter(pk=child.id).exists()
    assert isinstance(policies.person_reach(_nobody(town), "registry.person_file"), Q)


def _nobody(town: Town) -> Actor:
    return Actor(id=uuid.uuid4(), kind=town.boss.kind, grants=())
