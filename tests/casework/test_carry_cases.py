"""After a merge everything is found from the kept file and leads to it; separated, all stands as before."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.test import Client

from simpul.casework.commands.convene_conference import Guest, convene_conference
from simpul.casework.commands.issue_informed_consent import issue_informed_consent
from simpul.casework.commands.record_contact import record_contact
from simpul.casework.models import Case, Contact, Goal
from simpul.casework.queries.case_file import case_file
from simpul.casework.queries.caseloads import cases_of_person, find_cases
from simpul.casework.queries.client_view import own_cases
from simpul.documents.models import IssuedDocument
from simpul.kernel.actor import system_actor
from simpul.kernel.clock import now
from simpul.kernel.errors import ConsentMissing, Hidden, Refused
from simpul.notices.models import Notice
from simpul.registry import carrying
from simpul.registry.commands.carry_after_merges import carry_after_merges
from simpul.registry.commands.give_consent import give_consent
from simpul.registry.commands.merge_persons import merge_persons
from simpul.registry.commands.propose_merge import propose_merge
from simpul.registry.commands.request_erasure import request_erasure
from simpul.registry.commands.seal_person import seal_person
from simpul.registry.commands.undo_merge import undo_merge
from simpul.registry.models import CareTeam, ErasureRequest, MergeProposal, Person
from simpul.registry.queries.consents import consents_of
from simpul.registry.queries.lookers import who_has_looked
from simpul.registry.queries.person_file import person_file
from simpul.registry.queries.search import search_persons
from simpul.safeguards.consent import stands
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import BrokenGlass, Consent, LegalHold
from simpul.workforce.models import Account
from simpul.worklist.models import Task
from tests.factories.casework import World, contact_given, intake, make_world, plan_in_force
from tests.factories.registry import make_person
from tests.factories.workforce import actor_of, login, make_account, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def world() -> World:
    """The world's client is the file that will be folded; her portal login leads to it."""
    return make_world(full_name="Soelastri Handajani")


@pytest.fixture
def kept(world: World) -> Person:
    person = make_person(
        "Sulastri Handayani", office_id=world.office.id, unit_id=world.unit.id,
        created_at=now() - timedelta(days=9),
    )  # fmt: skip
    return person


@pytest.fixture
def case_id(world: World) -> uuid.UUID:
    made = intake(world)
    plan_in_force(world, made)
    return made


def asked(world: World, kept: Person) -> uuid.UUID:
    proposal = propose_merge(world.head, world.client.id, other_id=kept.id, reason="KK dan ibu sama")
    assert MergeProposal.objects.get(pk=proposal).kept_id == kept.id
    return proposal


def merged(world: World, kept: Person) -> uuid.UUID:
    proposal = asked(world, kept)
    merge_persons(world.supervisor, proposal, words="Kartu dibandingkan", sure=True)
    return proposal


def belongings() -> dict[str, list[tuple[object, ...]]]:
    """Whose is what: every record beyond the registry that names a person."""
    return {
        "cases": sorted(Case.objects.values_list("pk", "client_id")),
        "tasks": sorted(Task.objects.values_list("pk", "subject_id")),
        "consents": sorted(Consent.objects.values_list("pk", "subject_id")),
        "papers": sorted(IssuedDocument.objects.values_list("pk", "subject_id", "sealed")),
        "logins": sorted(Account.objects.values_list("pk", "person_id", "is_active"), key=str),
        "glasses": sorted(BrokenGlass.objects.values_list("pk", "subject_id")),
        "holds": sorted(LegalHold.objects.values_list("pk", "subject_id")),
        "files": sorted(Person.objects.values_list("pk", "merged_into_id", "sealed"), key=str),
        "team": sorted(CareTeam.objects.values_list("pk", "person_id", "left_at"), key=str),
    }


def test_everything_leads_to_the_kept_file_and_comes_back(
    world: World, kept: Person, case_id: uuid.UUID
) -> None:
    folded = world.client
    paper = issue_informed_consent(world.worker, case_id, answers={}, for_client=True)
    with writing_as("safeguards"):
        LegalHold.objects.create(subject_id=folded.id, ground="Perkara", set_by=world.head.id)
    who_has_looked(world.worker, folded.id)
    before = belongings()
    proposal = merged(world, kept)
    for ids in (
        Case.objects.values_list("client_id"), Consent.objects.values_list("subject_id"),
        Task.objects.filter(case_id=case_id).values_list("subject_id"),
        LegalHold.objects.values_list("subject_id"),
        IssuedDocument.objects.values_list("subject_id"),
    ):  # fmt: skip
        assert set(ids) == {(kept.id,)}
    assert case_file(world.worker, case_id).row.client_name == "Sulastri Handayani"
    assert [row.id for row in cases_of_person(world.worker, person_id=kept.id)] == [case_id]
    assert [row.id for row in find_cases(world.worker, text="Sulastri")] == [case_id]
    assert [row.person_id for row in search_persons(world.worker, name="Soelastri Handajani")] == [kept.id]
    assert person_file(world.worker, kept.id).aliases == ("Soelastri Handajani",)
    assert Goal.objects.get(case_id=case_id).client_words == "Anak saya sekolah lagi."
    assert stands(kept.id, "casework") and any(row.stands for row in consents_of(world.worker, kept.id))
    assert "opened the case" in {str(look.what) for look in who_has_looked(world.worker, kept.id)}
    assert [row.id for row in own_cases(world.client_actor)] == [case_id]
    assert world.client_actor.person_id == kept.id
    assert IssuedDocument.objects.get(pk=paper).sheet
    undo_merge(world.supervisor, proposal, words="Ternyata adiknya")
    assert belongings() == before
    assert case_file(world.worker, case_id).row.client_name == "Soelastri Handajani"
    assert world.client_actor.person_id == folded.id


def test_an_old_address_leads_to_the_kept_file(
    world: World, kept: Person, case_id: uuid.UUID, client: Client
) -> None:
    merged(world, kept)
    login(client, world.worker_staff)
    answer = client.get(f"/orang/{world.client.id}/")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/orang/{kept.id}/")
    assert "Sulastri Handayani" in client.get(f"/kasus/{case_id}/").content.decode()
    login(client, make_staff())
    assert client.get(f"/orang/{world.client.id}/").status_code == 404


def test_consent_on_either_file_counts(world: World, kept: Person, case_id: uuid.UUID) -> None:
    facts = {
        "planned_for": now() + timedelta(days=2), "place": "Aula", "purpose": "Rencana",
        "guests": [Guest(staff_id=world.worker_staff.id), Guest(name="Pak Hadi", capacity="guru")],
    }  # fmt: skip
    with pytest.raises(ConsentMissing):
        convene_conference(world.worker, case_id, **facts)
    give_consent(
        world.head, kept.id, purpose="conference", given_how="signed", items={"identity": True}
    )  # fmt: skip
    merged(world, kept)
    assert convene_conference(world.worker, case_id, **facts)


def test_what_was_written_since_goes_with_its_case_under_its_own_key(
    world: World, kept: Person, case_id: uuid.UUID
) -> None:
    proposal = merged(world, kept)
    contact = record_contact(world.worker, case_id, contact=contact_given())
    raw = Contact.objects.filter(pk=contact).values_list("observation", flat=True).get()
    assert str(raw).split(".")[1] == kept.id.hex
    undo_merge(world.supervisor, proposal, words="Ternyata adiknya")
    raw = Contact.objects.filter(pk=contact).values_list("observation", flat=True).get()
    assert str(raw).split(".")[1] == world.client.id.hex
    assert Contact.objects.get(pk=contact).observation == "Rumah rapi, anak bermain."
    assert set(Task.objects.filter(case_id=case_id).values_list("subject_id", flat=True)) == {world.client.id}
    assert CareTeam.objects.filter(person=world.client, staff_id=world.worker_staff.id, left_at=None).exists()


def test_of_two_ways_into_the_portal_the_kept_files_own_stays(world: World, kept: Person) -> None:
    mine = make_account(person_id=kept.id)
    proposal = merged(world, kept)
    assert actor_of(mine).person_id == kept.id
    assert Account.objects.get(pk=world.client_account.pk).is_active is False
    undo_merge(world.supervisor, proposal, words="Ternyata adiknya")
    assert Account.objects.get(pk=world.client_account.pk).is_active is True
    assert world.client_actor.person_id == world.client.id


def test_a_sealed_and_an_unsealed_file_are_sealed_together(world: World, kept: Person) -> None:
    case_id = intake(world)
    paper = issue_informed_consent(world.worker, case_id, answers={})
    guard = make_staff(role="supervisor", scope="unit", office=world.office, unit=world.unit)
    proposal = asked(world, kept)
    seal_person(actor_of(guard), kept.id, team=(), reason="Ancaman dari pasangan")
    with pytest.raises(Hidden):
        merge_persons(world.supervisor, proposal, words="Sama", sure=True)
    merge_persons(actor_of(guard), proposal, words="Sama", sure=True)
    assert set(Person.objects.values_list("sealed", flat=True)) == {True}
    assert search_persons(world.worker, name="Soelastri Handajani") == ()
    for read in (lambda: case_file(world.worker, case_id), lambda: person_file(world.head, world.client.id)):
        with pytest.raises(Hidden):
            read()
    assert IssuedDocument.objects.get(pk=paper).sealed
    assert case_file(actor_of(guard), case_id)
    undo_merge(actor_of(guard), proposal, words="Dua orang")
    assert set(Person.objects.values_list("pk", "sealed")) == {(kept.id, True), (world.client.id, False)}
    assert not IssuedDocument.objects.get(pk=paper).sealed


def test_a_seal_set_since_holds_for_both_after_the_separation(world: World, kept: Person) -> None:
    guard = actor_of(make_staff(role="supervisor", scope="unit", office=world.office, unit=world.unit))
    proposal = merged(world, kept)
    seal_person(guard, kept.id, team=(), reason="Ancaman dari pasangan")
    undo_merge(guard, proposal, words="Dua orang")
    assert set(Person.objects.values_list("sealed", flat=True)) == {True}
    assert person_file(guard, world.client.id) and person_file(guard, kept.id)
    with pytest.raises(Hidden):
        person_file(world.head, world.client.id)


def test_sealing_takes_papers_that_were_issued_before_from_the_office(world: World, kept: Person) -> None:
    case_id = intake(world)
    paper = issue_informed_consent(world.worker, case_id, answers={})
    seal_person(world.supervisor, world.client.id, team=(), reason="Ancaman dari pasangan")
    assert IssuedDocument.objects.get(pk=paper).sealed


def test_files_merged_in_a_row_lead_to_the_last_and_are_separated_from_the_last(
    world: World, kept: Person, case_id: uuid.UUID
) -> None:
    eldest = make_person(
        "Sulastri H", office_id=world.office.id, unit_id=world.unit.id, created_at=now() - timedelta(days=30)
    )
    first = merged(world, kept)
    second = propose_merge(world.head, kept.id, other_id=eldest.id, reason="sama")
    merge_persons(world.supervisor, second, words="Sama", sure=True)
    assert set(Person.objects.filter(merged_into__isnull=False).values_list("merged_into_id", flat=True)) == {
        eldest.id
    }
    assert Case.objects.get(pk=case_id).client_id == eldest.id
    with pytest.raises(Refused):
        undo_merge(world.supervisor, first, words="Adiknya")
    undo_merge(world.supervisor, second, words="Lain orang")
    undo_merge(world.supervisor, first, words="Adiknya")
    assert Case.objects.get(pk=case_id).client_id == world.client.id
    assert not Person.objects.exclude(merged_into=None).exists()


def test_open_questions_and_the_wish_to_be_forgotten_go_along(world: World, kept: Person) -> None:
    third = make_person("Sulastri Handayani", office_id=world.office.id, unit_id=world.unit.id)
    other = propose_merge(world.head, third.id, other_id=world.client.id, reason="mirip")
    request_erasure(world.head, world.client.id, ground="Permintaan klien")
    merged(world, kept)
    question = MergeProposal.objects.get(pk=other)
    assert kept.id in {question.kept_id, question.folded_id}
    assert ErasureRequest.objects.get().person_id == kept.id


def test_planted_merge_that_forgets_the_cases_is_caught(
    world: World, kept: Person, case_id: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "_carriers", {})
    merged(world, kept)
    assert Case.objects.get(pk=case_id).client_id == world.client.id
    with pytest.raises(Hidden):
        case_file(world.client_actor, case_id)


def as_merged_before(monkeypatch: pytest.MonkeyPatch, world: World, kept: Person) -> uuid.UUID:
    """A merge as an earlier version made it: nothing beyond the registry moved."""
    with monkeypatch.context() as patch:
        patch.setattr("simpul.registry.merging.carry", lambda *_args: {})
        proposal = merged(world, kept)
    row = MergeProposal.objects.get(pk=proposal)
    with writing_as("registry"):
        row.moved = row.moved[1:]
        row.save()
    return proposal


def test_what_an_earlier_merge_left_behind_follows_and_comes_back(
    world: World, kept: Person, case_id: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = belongings()
    proposal = as_merged_before(monkeypatch, world, kept)
    assert set(Case.objects.values_list("client_id", flat=True)) == {world.client.id}
    assert carry_after_merges(system_actor()) == 1
    assert carry_after_merges(system_actor()) == 0
    for ids in (Case.objects.values_list("client_id"), Consent.objects.values_list("subject_id")):
        assert set(ids) == {(kept.id,)}
    assert case_file(world.worker, case_id).row.client_name == "Sulastri Handayani"
    undo_merge(world.supervisor, proposal, words="Ternyata adiknya")
    assert belongings() == before


def test_what_was_left_behind_goes_on_to_where_the_kept_file_leads_now(
    world: World, kept: Person, case_id: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = as_merged_before(monkeypatch, world, kept)
    last = make_person(
        "Sulastri H", office_id=world.office.id, unit_id=world.unit.id, created_at=now() - timedelta(days=30)
    )
    second = propose_merge(world.head, kept.id, other_id=last.id, reason="Kartu sama")
    merge_persons(world.supervisor, second, words="Sama", sure=True)
    assert carry_after_merges(system_actor()) == 1
    assert Case.objects.get(pk=case_id).client_id == last.id
    undo_merge(world.supervisor, second, words="Bukan")
    assert Case.objects.get(pk=case_id).client_id == kept.id
    undo_merge(world.supervisor, first, words="Bukan")
    assert Case.objects.get(pk=case_id).client_id == world.client.id


@pytest.mark.parametrize("kept_is_sealed", [True, False])
def test_whose_work_a_merge_takes_away_is_told_to_the_supervisor_without_the_client(
    world: World, kept: Person, kept_is_sealed: bool
) -> None:
    intake(world)
    with writing_as("registry"):
        CareTeam.objects.create(
            person=kept, staff_id=world.worker_staff.id, office_id=kept.office_id, unit_id=kept.unit_id
        )
    guard = make_staff(role="protection_worker", office=world.office, unit=world.unit)
    second = make_staff(role="protection_worker", office=world.office, unit=world.unit)
    proposal = asked(world, kept)
    person = kept if kept_is_sealed else world.client
    seal_person(world.head, person.id, team=(guard.id, second.id), reason="Ancaman")
    merge_persons(actor_of(guard), proposal, words="Sama", sure=True)
    (told,) = Notice.objects.filter(kind="sight_lost", recipient_id=world.supervisor.staff_id)
    assert told.title_facts == {"name": world.worker_staff.titled_name}
    facts = f"{told.title} {told.title_facts} {told.url}"
    secrets = str(kept.id), str(world.client.id), "Sulastri", "Soelastri"
    assert all(secret not in facts for secret in secrets)
    assert not Notice.objects.filter(recipient_id=world.worker_staff.id, kind="sight_lost").exists()
    team = Notice.objects.filter(kind="team_hidden").values_list("recipient_id", "url")
    assert (second.id, f"/orang/{kept.id}/") in set(team)
    assert guard.id not in dict(team)


def test_a_merge_of_two_open_files_takes_nobodys_work_away(world: World, kept: Person) -> None:
    intake(world)
    merged(world, kept)
    assert not Notice.objects.filter(kind__in=["sight_lost", "team_hidden"]).exists()
