"""Contacts: what was said, seen and thought, each for itself; corrections keep both."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.casework.commands.correct_contact import correct_contact
from simpul.casework.commands.record_contact import record_contact
from simpul.casework.queries.timeline import case_timeline
from simpul.kernel.clock import now, today
from simpul.kernel.errors import Conflict, Hidden, InvalidInput, Refused
from tests.casework.conftest import about, case_now, fields_of, open_tasks
from tests.factories.casework import World, contact_given, intake, make_world
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db


def test_record_contact_keeps_the_voices_apart_and_settles_the_reminder(world: World, audited) -> None:
    case_id = intake(world)
    record_contact(
        world.worker, case_id, contact=contact_given(interpretation="Mungkin takut.", minutes=45)
    )  # fmt: skip
    entry = next(one for one in case_timeline(world.worker, case_id).entries if one.kind == "contact")
    assert (entry.client_words, entry.observation, entry.interpretation) == (
        "Saya mulai lega.", "Rumah rapi, anak bermain.", "Mungkin takut.",
    )  # fmt: skip
    assert entry.facts["role"] == "enabler"
    assert "contact_client" not in open_tasks(case_id)
    assert case_now(case_id).last_contact is not None
    line = audited("record_contact")
    assert about(line, world.client.id)
    assert "lega" not in str(line.facts)


def test_next_step_becomes_a_date_and_a_task(world: World) -> None:
    case_id = intake(world)
    day = today() + timedelta(days=3)
    record_contact(world.worker, case_id, contact=contact_given(next_on=day, next_step="Ke sekolah"))
    assert open_tasks(case_id)["next_step"].assignee_id == world.worker_staff.id
    due = case_now(case_id).next_due
    assert due is not None
    assert due.date() == day


def test_open_case_keeps_a_date_when_none_is_named(world: World) -> None:
    case_id = intake(world)
    record_contact(world.worker, case_id, contact=contact_given())
    assert case_now(case_id).next_due is not None


@pytest.mark.parametrize("facts", [{"reached": False}, {"channel": "note"}])
def test_who_was_not_met_still_has_to_be_seen(world: World, facts: dict[str, object]) -> None:
    case_id = intake(world)
    record_contact(world.worker, case_id, contact=contact_given(**facts))
    assert "contact_client" in open_tasks(case_id)
    assert case_now(case_id).last_contact is None


def test_record_contact_refuses_empty_future_and_unknown(world: World) -> None:
    wrong = contact_given(
        client_words="", observation=" ", happened_at=now() + timedelta(hours=1), role="judge", minutes=0
    )  # fmt: skip
    with pytest.raises(InvalidInput) as refusal:
        record_contact(world.worker, intake(world), contact=wrong)
    assert fields_of(refusal) == {"observation", "happened_at", "role", "minutes"}


def test_correct_contact_keeps_both(world: World) -> None:
    case_id = intake(world)
    contact_id = record_contact(world.worker, case_id, contact=contact_given())
    correct_contact(
        world.worker, contact_id, version=1, given=contact_given(client_words="Saya lega sekali."),
        reason="Salah kutip",
    )  # fmt: skip
    shown = {
        one.facts["number"]: one for one in case_timeline(world.worker, case_id, kinds=("contact",)).entries
    }
    assert (shown[1].client_words, shown[1].facts["corrected_by"]) == ("Saya mulai lega.", 2)
    assert (shown[2].facts["corrects"], shown[2].facts["correction_reason"]) == (1, "Salah kutip")
    with pytest.raises(Conflict):
        correct_contact(world.worker, contact_id, version=1, given=contact_given(), reason="Lagi")


def test_correct_contact_only_by_its_writer_and_with_a_reason(world: World) -> None:
    contact_id = record_contact(world.worker, intake(world), contact=contact_given())
    with pytest.raises(Refused):
        correct_contact(world.supervisor, contact_id, version=1, given=contact_given(), reason="x")
    with pytest.raises(InvalidInput):
        correct_contact(world.worker, contact_id, version=1, given=contact_given(), reason=" ")


def test_volunteer_writes_only_where_she_is_on_the_team(world: World) -> None:
    volunteer = make_staff(office=world.office, unit=world.unit, role="volunteer", scope="unit")
    with pytest.raises(Hidden):
        record_contact(actor_of(volunteer), intake(world), contact=contact_given())
    mine = intake(world, worker_id=volunteer.id)
    assert record_contact(actor_of(volunteer), mine, contact=contact_given())


def test_stranger_does_not_find_the_case(world: World) -> None:
    with pytest.raises(Hidden):
        record_contact(make_world().worker, intake(world), contact=contact_given())
