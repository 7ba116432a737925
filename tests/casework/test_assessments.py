"""Assessments from draft to confirmation."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from simpul.casework.commands.confirm_assessment import confirm_assessment
from simpul.casework.commands.save_assessment_draft import save_assessment_draft
from simpul.casework.commands.start_assessment import start_assessment
from simpul.casework.commands.submit_assessment import submit_assessment
from simpul.casework.errors import NeedsOtherEyes, WrongStage
from simpul.casework.models import Assessment
from simpul.casework.queries.assessments import assessment_view
from simpul.kernel.errors import Conflict, InvalidInput, Refused
from simpul.safeguards.guarded import writing_as
from tests.casework.conftest import about, fields_of, open_tasks
from tests.factories.casework import World, assess, intake
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db


def test_start_assessment_begins_a_draft(world: World, audited) -> None:
    assessment_id = start_assessment(world.worker, intake(world), kind="older")
    assert assessment_view(world.worker, assessment_id).state == "draft"
    assert audited("start_assessment").facts["kind"] == "older"


def test_start_assessment_of_unknown_kind_is_refused(world: World) -> None:
    with pytest.raises(InvalidInput):
        start_assessment(world.worker, intake(world), kind="horoscope")


def test_save_assessment_draft_keeps_what_is_given_and_nothing_is_demanded(world: World) -> None:
    assessment_id = start_assessment(world.worker, intake(world), kind="holistic")
    version = save_assessment_draft(world.worker, assessment_id, version=1, client_words="Saya lelah.")
    save_assessment_draft(world.worker, assessment_id, version=version, answers={"g1": {"q": "a"}})
    seen = assessment_view(world.worker, assessment_id)
    assert (seen.client_words, seen.answers, seen.version) == ("Saya lelah.", {"g1": {"q": "a"}}, 3)


def test_save_assessment_draft_of_a_stale_version_is_a_conflict(world: World) -> None:
    assessment_id = start_assessment(world.worker, intake(world), kind="holistic")
    save_assessment_draft(world.worker, assessment_id, version=1, client_words="Pertama")
    with pytest.raises(Conflict):
        save_assessment_draft(world.worker, assessment_id, version=1, client_words="Kedua")
    assert assessment_view(world.worker, assessment_id).client_words == "Pertama"


def test_save_assessment_draft_refuses_unknown_domains_and_ratings(world: World) -> None:
    assessment_id = start_assessment(world.worker, intake(world), kind="holistic")
    with pytest.raises(InvalidInput) as refusal:
        save_assessment_draft(
            world.worker, assessment_id, version=1, domains={"aura": {"text": "biru"}}, self_rating=11
        )  # fmt: skip
    assert fields_of(refusal) == {"domains", "self_rating"}


def test_submit_assessment_demands_own_words_observation_and_a_strength(world: World) -> None:
    assessment_id = start_assessment(world.worker, intake(world), kind="holistic")
    with pytest.raises(InvalidInput) as refusal:
        submit_assessment(world.worker, assessment_id, version=1)
    assert fields_of(refusal) == {"client_words", "strengths", "observation"}


def test_submitted_assessment_waits_for_the_supervisor_and_is_closed(world: World) -> None:
    case_id = intake(world)
    assessment_id = assess(world, case_id)
    assert open_tasks(case_id)["confirm_assessment"].assignee_id == world.supervisor_staff.id
    with pytest.raises(WrongStage):
        save_assessment_draft(world.worker, assessment_id, version=3, client_words="Lain")
    with pytest.raises(WrongStage):
        submit_assessment(world.worker, assessment_id, version=3)


def test_confirm_assessment_by_somebody_else(world: World, audited) -> None:
    case_id = intake(world)
    assessment_id = assess(world, case_id)
    confirm_assessment(world.supervisor, assessment_id, words="Lengkap.")
    seen = assessment_view(world.worker, assessment_id)
    assert (seen.state, seen.confirmed_by) == ("confirmed", world.supervisor_staff.id)
    assert "confirm_assessment" not in open_tasks(case_id)
    assert about(audited("confirm_assessment"), world.client.id)


def test_confirm_assessment_of_ones_own_is_refused(world: World, audited) -> None:
    boss = make_staff(office=world.office, unit=world.unit, role="supervisor", scope="unit")
    case_id = intake(world)
    assessment_id = start_assessment(actor_of(boss), case_id, kind="holistic")
    version = save_assessment_draft(
        actor_of(boss), assessment_id, version=1, client_words="a", observation="b", strengths="c"
    )  # fmt: skip
    submit_assessment(actor_of(boss), assessment_id, version=version)
    with pytest.raises(NeedsOtherEyes):
        confirm_assessment(actor_of(boss), assessment_id)
    assert audited("confirm_assessment").outcome == "refused"


def test_database_refuses_own_confirmation_even_past_the_act(world: World) -> None:
    assessment_id = assess(world, intake(world))
    facts = {"state": "confirmed", "confirmed_by": world.worker_staff.id, "confirmed_at": "2026-01-01T00:00Z"}
    with writing_as("casework"), pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.filter(pk=assessment_id).update(**facts)


def test_confirm_assessment_may_return_it_with_words(world: World) -> None:
    assessment_id = assess(world, intake(world))
    with pytest.raises(InvalidInput):
        confirm_assessment(world.supervisor, assessment_id, confirm=False)
    confirm_assessment(world.supervisor, assessment_id, confirm=False, words="Lengkapi ekonomi keluarga.")
    seen = assessment_view(world.worker, assessment_id)
    assert (seen.state, seen.returned_words) == ("draft", "Lengkapi ekonomi keluarga.")


def test_worker_does_not_confirm(world: World) -> None:
    with pytest.raises(Refused):
        confirm_assessment(world.worker, assess(world, intake(world)))
