"""Intake: safety first; a missing name never blocks help."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from simpul.casework.commands.take_intake import take_intake
from simpul.casework.models import Assignment, Case, RiskRating, SafetyScreen
from simpul.kernel.clock import WIB, now
from simpul.kernel.errors import Hidden, InvalidInput, Refused
from simpul.registry.models import CareTeam
from simpul.safeguards.consent import stands
from tests.casework.conftest import about, case_now, fields_of, open_tasks
from tests.factories.casework import CALM, World, intake, make_world
from tests.factories.registry import make_person
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db


def test_intake_opens_a_case_with_screen_risk_team_and_consent(world: World, audited) -> None:
    case_id = intake(world)
    case = case_now(case_id)
    assert case.stage == "intake"
    assert case.reference.startswith("KS-")
    assert case.presenting_words == "Suami saya tidak pulang dan anak belum makan."
    assert SafetyScreen.objects.get(case=case).suggested == RiskRating.objects.get(case=case).level == "low"
    assert Assignment.objects.get(case=case).staff_id == world.worker_staff.id
    assert CareTeam.objects.filter(person=world.client, staff_id=world.worker_staff.id, left_at=None).exists()
    assert stands(world.client.id, "casework")
    line = audited("take_intake")
    assert (line.outcome, line.record_id) == ("done", str(case_id))
    assert about(line, world.client.id)
    assert "Suami" not in str(line.facts)


def test_narrative_lies_encrypted_with_the_clients_key(world: World) -> None:
    case_id = intake(world)
    raw = Case.objects.filter(pk=case_id).values_list("presenting_words", flat=True).get()
    assert str(raw).split(".")[1] == world.client.id.hex


def test_immediate_danger_asks_for_contact_the_same_day(world: World) -> None:
    case_id = intake(world, screen={**CALM, "danger_now": "yes"})
    task = open_tasks(case_id)["contact_client"]
    assert case_now(case_id).risk == "immediate"
    assert task.urgency == "immediate"
    assert task.assignee_id == world.worker_staff.id
    assert task.due_at.astimezone(WIB).date() == now().astimezone(WIB).date()
    assert world.client.full_name not in str(task.title_facts)


def test_calm_intake_gives_a_week(world: World) -> None:
    due = case_now(intake(world)).next_due
    assert due is not None
    assert timedelta(days=6) < due - now() < timedelta(days=8)


def test_without_worker_somebody_above_is_asked_to_assign(world: World) -> None:
    case_id = intake(world, worker_id=None)
    assert open_tasks(case_id)["assign_case"].assignee_id == world.supervisor_staff.id
    assert not Assignment.objects.filter(case_id=case_id).exists()


def test_unknown_client_needs_only_a_reason(world: World) -> None:
    case = case_now(intake(world, client_id=None, unknown_because="reported"))
    assert case.client_id is None
    assert case.key_subject() == case.id


def test_neither_client_nor_reason_is_refused(world: World) -> None:
    with pytest.raises(InvalidInput) as refusal:
        intake(world, client_id=None, unknown_because="")
    assert fields_of(refusal) == {"unknown_because"}


def test_every_question_of_the_screen_must_be_answered(world: World) -> None:
    with pytest.raises(InvalidInput) as refusal:
        intake(world, screen={}, presenting_words=" ", channel="pigeon")
    assert {"screen_danger_now", "screen_weapon", "presenting_words", "channel"} <= fields_of(refusal)
    assert not Case.objects.exists()


def test_sealed_person_cannot_be_chosen_by_others(world: World) -> None:
    sealed = make_person("Rahasia", protection_team=(uuid.uuid4(),))
    with pytest.raises(InvalidInput) as refusal:
        intake(world, client_id=sealed.id)
    assert fields_of(refusal) == {"client_id"}


def test_other_office_is_out_of_reach(world: World) -> None:
    with pytest.raises(Hidden):
        intake(world, office_id=make_world().office.id)


def test_volunteer_may_not_open_cases(world: World, audited) -> None:
    volunteer = actor_of(make_staff(office=world.office, role="volunteer"))
    with pytest.raises(Refused):
        intake(world, actor=volunteer)
    assert audited("take_intake").outcome == "refused"


def test_front_desk_takes_an_intake_for_a_worker(world: World) -> None:
    desk = actor_of(make_staff(office=world.office, role="front_desk"))
    assert Assignment.objects.get(case_id=intake(world, actor=desk)).staff_id == world.worker_staff.id


def test_gate_is_the_only_way_in(world: World) -> None:
    assert take_intake.act.name == "casework.take_intake"  # type: ignore[attr-defined]


def test_an_answer_to_a_question_that_is_not_asked_is_refused(world: World) -> None:
    with pytest.raises(InvalidInput) as refusal:
        intake(world, screen={**CALM, "danger_now_": "yes"})
    assert fields_of(refusal) == {"screen"}
    assert "danger_now_" in str(refusal.value.faults[0].text)
    assert not Case.objects.exists()
