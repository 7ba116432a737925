"""Handing over: offered, answered by the one asked, never orphaned in between."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.casework.commands import assign_worker as assigning
from simpul.casework.commands.accept_handover import accept_handover
from simpul.casework.commands.assign_worker import assign_worker
from simpul.casework.commands.hand_over_case import hand_over_case
from simpul.casework.commands.record_contact import record_contact
from simpul.casework.commands.withdraw_handover import withdraw_handover
from simpul.casework.errors import TieStands, WrongStage
from simpul.casework.people import primary_of
from simpul.casework.queries.case_file import case_file
from simpul.casework.queries.handovers import handover_view, handovers_for_me
from simpul.kernel.clock import today
from simpul.kernel.errors import Hidden, InvalidInput
from simpul.workforce.commands.declare_conflict import declare_conflict
from simpul.workforce.models import Staff
from simpul.workforce.queries.colleagues import colleagues
from tests.casework.conftest import case_now, fields_of, open_tasks
from tests.factories.casework import World, contact_given, intake
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def heir(world: World) -> Staff:
    return make_staff(office=world.office, unit=world.unit)


def offer(world: World, case_id, heir: Staff, **facts):
    facts = {"to_staff_id": heir.id, "reason": "Pindah tugas", "items": ["Berkas", " "], **facts}
    return hand_over_case(world.worker, case_id, **facts)


def test_hand_over_case_leaves_the_present_worker_in_charge(world: World, heir: Staff, audited) -> None:
    case_id = intake(world)
    handover_id = offer(world, case_id, heir)
    assert primary_of(case_now(case_id)) == world.worker_staff.id
    seen = handovers_for_me(actor_of(heir))[0]
    assert (seen.id, seen.items, seen.reason) == (handover_id, ("Berkas",), "Pindah tugas")
    with pytest.raises(Hidden):
        case_file(actor_of(heir), case_id)
    assert audited("hand_over_case").outcome == "done"
    with pytest.raises(WrongStage):
        offer(world, case_id, heir)


def test_accept_handover_moves_case_file_and_tasks(world: World, heir: Staff) -> None:
    case_id = intake(world)
    record_contact(
        world.worker, case_id, contact=contact_given(next_on=today() + timedelta(days=2))
    )  # fmt: skip
    accept_handover(actor_of(heir), offer(world, case_id, heir))
    assert primary_of(case_now(case_id)) == heir.id
    assert open_tasks(case_id)["next_step"].assignee_id == heir.id
    assert case_file(actor_of(heir), case_id)
    with pytest.raises(Hidden):
        case_file(world.worker, case_id)


def test_accept_handover_may_say_no_with_a_reason(world: World, heir: Staff) -> None:
    case_id = intake(world)
    handover_id = offer(world, case_id, heir)
    with pytest.raises(InvalidInput):
        accept_handover(actor_of(heir), handover_id, accept=False)
    accept_handover(actor_of(heir), handover_id, accept=False, words="Beban penuh.")
    assert primary_of(case_now(case_id)) == world.worker_staff.id
    with pytest.raises(WrongStage):
        accept_handover(actor_of(heir), handover_id)
    assert offer(world, case_id, heir)


def test_accept_handover_only_by_the_one_asked(world: World, heir: Staff) -> None:
    handover_id = offer(world, intake(world), heir)
    for other in (world.worker, world.supervisor):
        with pytest.raises(Hidden):
            accept_handover(other, handover_id)
        with pytest.raises(Hidden):
            handover_view(other, handover_id)


def test_hand_over_case_to_kin_or_oneself_is_refused(world: World, heir: Staff) -> None:
    case_id = intake(world)
    declare_conflict(actor_of(heir), heir.id, person_id=world.client.id)
    with pytest.raises(TieStands):
        offer(world, case_id, heir)
    with pytest.raises(InvalidInput) as refusal:
        offer(world, case_id, world.worker_staff, reason="")
    assert fields_of(refusal) == {"to_staff_id", "reason"}


def test_hand_over_case_without_worker_is_an_assignment(world: World, heir: Staff) -> None:
    with pytest.raises(WrongStage):
        hand_over_case(
            world.supervisor, intake(world, worker_id=None), to_staff_id=heir.id, reason="x"
        )  # fmt: skip


@pytest.mark.parametrize("role", ["auditor", "admin", "front_desk", None])
def test_case_is_offered_only_to_whom_could_answer_for_it(world: World, role: str | None) -> None:
    """Else the offer would wait for ever: nobody but the one asked can answer it."""
    clerk = make_staff(office=world.office, unit=world.unit, role=role)
    with pytest.raises(InvalidInput) as fault:
        offer(world, intake(world), clerk)
    assert fields_of(fault) == {"to_staff_id"}
    assert clerk.id not in {
        one.staff_id for one in colleagues(world.worker, able_to="casework.accept_handover")
    }
    assert clerk.id in {one.staff_id for one in colleagues(world.worker)}


def test_withdraw_handover_leaves_nothing_to_accept(world: World, heir: Staff, audited) -> None:
    case_id = intake(world)
    handover_id = offer(world, case_id, heir)
    with pytest.raises(Hidden):
        withdraw_handover(actor_of(make_staff()), handover_id)
    withdraw_handover(world.worker, handover_id)
    assert handovers_for_me(actor_of(heir)) == () and "accept_handover" not in open_tasks(case_id)
    assert primary_of(case_now(case_id)) == world.worker_staff.id
    with pytest.raises(WrongStage):
        accept_handover(actor_of(heir), handover_id)
    with pytest.raises(WrongStage):
        withdraw_handover(world.worker, handover_id)
    assert audited("withdraw_handover").outcome == "done"
    assert offer(world, case_id, heir)


def test_an_old_offer_moves_no_case_that_was_assigned_anew(world: World, heir: Staff) -> None:
    case_id = intake(world)
    handover_id = offer(world, case_id, heir)
    third = make_staff(office=world.office, unit=world.unit)
    assign_worker(world.supervisor, case_id, staff_id=third.id)
    with pytest.raises(WrongStage):
        accept_handover(actor_of(heir), handover_id)
    assert primary_of(case_now(case_id)) == third.id


def test_planted_offer_that_outlives_the_assignment_is_seen(
    world: World, heir: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assigning, "take_back_offers", lambda actor, case: None)
    with pytest.raises(pytest.fail.Exception):
        test_an_old_offer_moves_no_case_that_was_assigned_anew(world, heir)
