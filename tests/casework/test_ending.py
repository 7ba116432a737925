"""Termination, aftercare, reopening."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.casework.commands.advance_stage import advance_stage
from simpul.casework.commands.close_case import close_case
from simpul.casework.commands.plan_aftercare import plan_aftercare
from simpul.casework.commands.record_aftercare import record_aftercare
from simpul.casework.commands.reopen_case import reopen_case
from simpul.casework.errors import StageNotReady, WrongStage
from simpul.casework.models import AftercareVisit, Closure, Plan, Reopening
from simpul.casework.queries.aftercare import aftercare_due
from simpul.kernel.clock import today
from simpul.kernel.errors import InvalidInput
from simpul.notices.models import Notice
from simpul.worklist.models import Task
from tests.casework.conftest import case_now, fields_of, open_tasks
from tests.factories.casework import CLOSING, World, intake, plan_in_force, walk_to

pytestmark = pytest.mark.django_db

MOVED = {**CLOSING, "reason": "moved"}


def visits(case_id):
    return AftercareVisit.objects.filter(case_id=case_id).order_by("due_on")


def test_close_case_plans_three_dates_and_settles_what_was_open(world: World, audited) -> None:
    case_id = intake(world)
    walk_to(world, case_id, "termination")
    close_case(world.worker, case_id, **CLOSING)
    case = case_now(case_id)
    assert (case.stage, case.closed_at is not None, visits(case_id).count()) == ("aftercare", True, 3)
    kinds = set(Task.objects.filter(case_id=case_id, state="open").values_list("kind", flat=True))
    assert kinds == {"record_aftercare", "confirm_assessment"}
    assert audited("close_case").facts["reason"] == "goal_met"


@pytest.mark.parametrize("reason", ["moved", "referred", "refused"])
def test_close_case_early_is_possible_at_any_stage(world: World, reason: str) -> None:
    case_id = intake(world)
    close_case(world.worker, case_id, **{**CLOSING, "reason": reason})
    assert case_now(case_id).stage == "aftercare"


@pytest.mark.parametrize("reason", ["died", "lost"])
def test_close_case_without_aftercare_when_nobody_can_be_visited(world: World, reason: str) -> None:
    case_id = intake(world)
    close_case(world.worker, case_id, **{**CLOSING, "reason": reason, "view": "not_reached"})
    assert (case_now(case_id).stage, visits(case_id).count()) == ("closed", 0)


def test_close_case_with_reached_goals_asks_for_a_review_first(world: World) -> None:
    case_id = intake(world)
    with pytest.raises(WrongStage):
        close_case(world.worker, case_id, **CLOSING)
    walk_to(world, case_id, "review")
    with pytest.raises(StageNotReady):
        close_case(world.worker, case_id, **CLOSING)
    assert case_now(case_id).is_open
    assert not Closure.objects.exists()


def test_close_case_hears_the_client(world: World) -> None:
    case_id = intake(world)
    with pytest.raises(InvalidInput) as refusal:
        close_case(
            world.worker, case_id, **{**MOVED, "view": "disagrees", "client_words": "", "way_back": ""}
        )
    assert fields_of(refusal) == {"client_words", "way_back"}
    with pytest.raises(InvalidInput) as refusal:
        close_case(world.worker, case_id, **{**MOVED, "reason": "refused", "view": "not_reached"})
    assert fields_of(refusal) == {"view"}


def test_close_case_twice_is_refused(world: World) -> None:
    case_id = intake(world)
    close_case(world.worker, case_id, **MOVED)
    with pytest.raises(WrongStage):
        close_case(world.worker, case_id, **MOVED)


def test_plan_aftercare_adds_dates_once(world: World) -> None:
    case_id = intake(world)
    close_case(world.worker, case_id, **MOVED, aftercare_on=[today()])
    day = today() + timedelta(days=9)
    assert plan_aftercare(world.worker, case_id, days=[day, today()]) == 1
    with pytest.raises(InvalidInput):
        plan_aftercare(world.worker, case_id, days=[today() - timedelta(days=1)])
    assert [row.due_on for row in aftercare_due(world.worker)] == [today(), day]


def test_plan_aftercare_of_an_open_case_is_refused(world: World) -> None:
    with pytest.raises(WrongStage):
        plan_aftercare(world.worker, intake(world), days=[today()])


def test_record_aftercare_closes_the_date_and_worse_is_told(world: World) -> None:
    case_id = intake(world)
    close_case(world.worker, case_id, **MOVED, aftercare_on=[today()])
    visit = visits(case_id).get()
    with pytest.raises(InvalidInput) as refusal:
        record_aftercare(world.worker, visit.id, state="done")
    assert fields_of(refusal) == {"situation", "observation"}
    with pytest.raises(StageNotReady):
        advance_stage(world.worker, case_id, to="closed")
    record_aftercare(world.supervisor, visit.id, situation="worse", observation="Tidak makan.")
    assert Notice.objects.filter(recipient_id=world.worker_staff.id, kind="aftercare_worse").exists()
    assert "record_aftercare" not in open_tasks(case_id)
    advance_stage(world.worker, case_id, to="closed")
    with pytest.raises(WrongStage):
        record_aftercare(world.worker, visit.id, situation="same", observation="x")


def test_reopen_case_starts_a_new_round_and_keeps_the_old(world: World, audited) -> None:
    case_id = intake(world)
    plan_in_force(world, case_id)
    close_case(world.worker, case_id, **MOVED)
    with pytest.raises(InvalidInput) as refusal:
        reopen_case(world.worker, case_id, reason="", to="review")
    assert fields_of(refusal) == {"reason", "to"}
    reopen_case(world.worker, case_id, reason="Datang lagi", to="plan")
    case = case_now(case_id)
    assert (case.stage, case.closed_at, case.reopened, case.next_due is not None) == ("plan", None, 1, True)
    assert set(visits(case_id).values_list("state", flat=True)) == {"cancelled"}
    assert Plan.objects.get(case_id=case_id).state == "replaced"
    assert Closure.objects.filter(case_id=case_id).count() == 1
    assert Reopening.objects.get(case_id=case_id).reason == "Datang lagi"
    assert "contact_client" in open_tasks(case_id)
    assert audited("reopen_case").facts["number"] == 1


def test_reopen_case_that_is_open_is_refused(world: World) -> None:
    with pytest.raises(WrongStage):
        reopen_case(world.worker, intake(world), reason="x")


def test_second_ending_is_a_second_termination(world: World) -> None:
    case_id = intake(world)
    close_case(world.worker, case_id, **MOVED)
    reopen_case(world.worker, case_id, reason="Datang lagi")
    close_case(world.worker, case_id, **MOVED)
    assert sorted(Closure.objects.values_list("number", flat=True)) == [1, 2]
