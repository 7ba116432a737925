"""Merging: other eyes, two NIK never, everything moves and everything comes back."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.core.serializers import serialize

from simpul.kernel.errors import Hidden, InvalidInput, Refused
from simpul.registry import merging
from simpul.registry.commands.keep_apart import keep_apart
from simpul.registry.commands.merge_persons import merge_persons
from simpul.registry.commands.propose_merge import propose_merge
from simpul.registry.commands.record_address import record_address
from simpul.registry.commands.record_contact_point import record_contact_point
from simpul.registry.commands.undo_merge import undo_merge
from simpul.registry.errors import TwoValidNik
from simpul.registry.models import IdentityNumber, MergeProposal, Person
from simpul.registry.queries.merge_questions import merge_comparison, merge_questions
from simpul.registry.queries.person_file import person_file
from simpul.registry.queries.search import search_persons
from tests.factories.registry import make_household, make_person, make_tie
from tests.registry.conftest import Town

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def two_files(town: Town, **facts: Any) -> tuple[Person, Person]:
    where = {"office_id": town.office.id, "unit_id": town.unit.id, "care_team": (town.worker_staff.id,)}
    kept = make_person("Sulastri", nik="3573014509750009", **where)
    folded = make_person("Soelastri Handajani", **where, **facts)
    child = make_person("Bayu", sex="m", **where)
    make_tie(kept, "parent", child)
    make_tie(folded, "parent", child)
    make_tie(folded, "carer", child)
    make_tie(kept, "close", folded)
    make_household(kept)
    make_household(folded)
    for person in (kept, folded):
        record_contact_point(town.worker, person.id, kind="phone", value="0812-3456-7890", preferred=True)
        record_address(town.worker, person.id, kind="domicile", street="Gang Melati 3")
    return kept, folded


def snapshot() -> str:
    return "\n".join(
        serialize("json", model.objects.order_by("pk"))
        for name, model in sorted(merging.MODELS.items())
        if name not in {"Person", "MergeProposal"}
    )


def asked(town: Town, kept: Person, folded: Person) -> uuid.UUID:
    return propose_merge(town.worker, folded.id, other_id=kept.id, reason="KK dan ibu sama")


def test_merge_persons_moves_everything_and_undo_brings_it_back(town: Town) -> None:
    kept, folded = two_files(town)
    proposal_id = asked(town, kept, folded)
    before = snapshot()
    merge_persons(town.boss, proposal_id, words="Kartu dibandingkan", sure=True)
    file = person_file(town.worker, kept.id)
    assert file.aliases == ("Soelastri Handajani",)
    assert len(file.contacts) == 2
    assert file.banner.file_ids == (kept.id, folded.id)
    assert (
        person_file(town.worker, folded.id).banner.merged_into == kept.id
        if _still_open(town, folded)
        else True
    )
    assert [row.person_id for row in search_persons(town.worker, name="Soelastri Handajani")] == [kept.id]
    undo_merge(town.boss, proposal_id, words="Ternyata adiknya")
    assert snapshot() == before
    assert {row.person_id for row in search_persons(town.worker, name="Soelastri Handajani")} == {
        kept.id,
        folded.id,
    }


def _still_open(town: Town, folded: Person) -> bool:
    try:
        person_file(town.worker, folded.id)
    except Hidden:
        return False
    return True


def test_merge_persons_by_who_asked_is_refused(town: Town) -> None:
    kept, folded = two_files(town)
    proposal_id = propose_merge(town.boss, folded.id, other_id=kept.id, reason="sama")
    with pytest.raises(Refused):
        merge_persons(town.boss, proposal_id, words="ya", sure=True)


def test_merge_persons_with_two_different_nik_is_refused(town: Town) -> None:
    kept, folded = two_files(town, nik="3573014509750010")
    with pytest.raises(TwoValidNik):
        merge_persons(town.boss, asked(town, kept, folded), words="ya", sure=True)


def test_planted_merge_without_the_nik_rule_is_caught(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from simpul.registry.commands import merge_persons as act

    monkeypatch.setattr(act, "differing_nik", lambda kept, folded: False)
    kept, folded = two_files(town, nik="3573014509750010")
    with pytest.raises(pytest.fail.Exception), pytest.raises(TwoValidNik):
        merge_persons(town.boss, asked(town, kept, folded), words="ya", sure=True)


def test_planted_undo_that_forgets_a_row_is_caught(town: Town) -> None:
    kept, folded = two_files(town)
    proposal_id = asked(town, kept, folded)
    before = snapshot()
    merge_persons(town.boss, proposal_id, words="ya", sure=True)
    from simpul.safeguards.guarded import writing_as

    with writing_as("registry"):
        proposal = MergeProposal.objects.get(pk=proposal_id)
        proposal.moved = [one for one in proposal.moved if one["model"] != "ContactPoint"]
        proposal.save()
    undo_merge(town.boss, proposal_id, words="salah")
    assert snapshot() != before


def test_undo_merge_that_meets_newer_facts_says_so_and_changes_nothing(town: Town) -> None:
    kept, folded = two_files(town)
    proposal_id = asked(town, kept, folded)
    merge_persons(town.boss, proposal_id, words="ya", sure=True)
    from simpul.safeguards.guarded import writing_as

    with writing_as("registry"):
        proposal = MergeProposal.objects.get(pk=proposal_id)
        proposal.moved = proposal.moved[:-4]
        proposal.save()
    between = snapshot()
    with pytest.raises(Refused):
        undo_merge(town.boss, proposal_id, words="salah")
    assert snapshot() == between


def test_merge_persons_unsure_or_without_words_is_told_so(town: Town) -> None:
    kept, folded = two_files(town)
    with pytest.raises(InvalidInput) as stopped:
        merge_persons(town.boss, asked(town, kept, folded), words=" ")
    assert [fault.field for fault in stopped.value.faults] == ["words", "sure"]


def test_merge_comparison_shows_both_sides_and_contradictions(town: Town) -> None:
    kept, folded = two_files(town, sex="m")
    proposal_id = asked(town, kept, folded)
    assert [row.id for row in merge_questions(town.boss)] == [proposal_id]
    found = merge_comparison(town.boss, proposal_id)
    assert "Different sex" in [str(text) for text in found.contradictions]
    assert "Same birth date" in [str(text) for text in found.agreements]
    assert found.kept.nik == "3573••••••••0009"


def test_merge_question_about_a_sealed_person_is_hidden_from_the_supervisor(town: Town) -> None:
    sealed = make_person(
        "Sulastri",
        nik="3573014509750009",
        office_id=town.office.id,
        protection_team=(town.protector_staff.id,),
    )
    made = make_person("Sulastri", nik="3573014509750009", office_id=town.office.id, unit_id=town.unit.id)
    proposal = MergeProposal.objects.get()
    assert (proposal.kept_id, proposal.folded_id) == (sealed.id, made.id)
    assert merge_questions(town.boss) == ()
    with pytest.raises(Hidden):
        merge_comparison(town.boss, proposal.id)
    assert [row.id for row in merge_questions(town.protector)] == [proposal.id]
    (number,) = person_file(town.boss, made.id).numbers
    assert number.status == "recorded"
    assert IdentityNumber.objects.get(person=made).status == "contested"


def test_keep_apart_answers_no(town: Town) -> None:
    kept, folded = two_files(town)
    proposal_id = asked(town, kept, folded)
    keep_apart(town.boss, proposal_id, words="Kakak beradik")
    assert merge_questions(town.boss) == ()
    with pytest.raises(Refused):
        merge_persons(town.boss, proposal_id, words="ya", sure=True)
