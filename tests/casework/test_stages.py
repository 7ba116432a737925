"""Moving through the stages: nothing goes on while something is missing; back, skip and end say why."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.casework.commands.advance_stage import advance_stage
from simpul.casework.commands.review_case import review_case
from simpul.casework.commands.skip_conference import skip_conference
from simpul.casework.errors import StageNotReady, WrongStage
from simpul.casework.models import Review, StageChange
from simpul.casework.queries.stage_progress import stage_progress
from simpul.kernel.clock import today
from simpul.kernel.errors import InvalidInput
from tests.casework.conftest import case_now, fields_of, open_tasks
from tests.factories.casework import World, assess, intake, plan_agreed, walk_to

pytestmark = pytest.mark.django_db


def codes(world: World, case_id) -> set[str]:
    return {item.code for item in stage_progress(world.worker, case_id).missing}


def test_advance_stage_tells_everything_that_is_missing(world: World) -> None:
    case_id = intake(world, worker_id=None, consent=None)
    with pytest.raises(StageNotReady) as refusal:
        advance_stage(world.supervisor, case_id, to="assessment")
    assert len(refusal.value.missing) == 2
    assert case_now(case_id).stage == "intake"


@pytest.mark.parametrize(
    ("stage", "wanting"),
    [
        ("assessment", {"assessment", "client_view", "domains"}),
        ("plan", {"goals", "agreement", "approval"}),
        ("intervention", {"contacts"}),
        ("review", {"scaling", "risk_again", "review"}),
    ],
)
def test_each_stage_says_what_it_demands(world: World, stage: str, wanting: set[str]) -> None:
    case_id = intake(world)
    walk_to(world, case_id, stage)
    assert codes(world, case_id) == wanting


def test_plan_that_waits_for_approval_does_not_open_the_stage(world: World) -> None:
    case_id = intake(world)
    walk_to(world, case_id, "plan")
    plan_agreed(world, case_id)
    assert codes(world, case_id) == {"approval"}
    with pytest.raises(StageNotReady):
        advance_stage(world.worker, case_id, to="intervention")


def test_advance_stage_back_asks_why_and_writes_it_down(world: World, audited) -> None:
    case_id = intake(world)
    walk_to(world, case_id, "intervention")
    with pytest.raises(InvalidInput) as refusal:
        advance_stage(world.worker, case_id, to="plan")
    assert fields_of(refusal) == {"reason"}
    advance_stage(world.worker, case_id, to="plan", reason="Keadaan berubah")
    step = StageChange.objects.filter(case_id=case_id).latest("at")
    assert (step.kind, step.reason, step.to_stage) == ("back", "Keadaan berubah", "plan")
    facts = audited("advance_stage").facts
    assert (facts["stage"], "Keadaan" in str(facts)) == ("plan", False)


@pytest.mark.parametrize("to", ["plan", "closed", "aftercare", "intake", "moon"])
def test_advance_stage_jumps_nowhere(world: World, to: str) -> None:
    with pytest.raises((WrongStage, InvalidInput)):
        advance_stage(world.worker, intake(world), to=to)


def test_skip_conference_needs_a_reason_and_a_whole_assessment(world: World) -> None:
    case_id = intake(world)
    walk_to(world, case_id, "assessment")
    with pytest.raises(StageNotReady):
        skip_conference(world.worker, case_id, reason="Sederhana")
    assess(world, case_id)
    with pytest.raises(InvalidInput):
        skip_conference(world.worker, case_id, reason="")
    skip_conference(world.worker, case_id, reason="Sederhana")
    progress = stage_progress(world.worker, case_id)
    assert {step.stage: step.state for step in progress.steps}["conference"] == "skipped"


def test_skip_conference_elsewhere_is_refused(world: World) -> None:
    with pytest.raises(WrongStage):
        skip_conference(world.worker, intake(world), reason="x")


def test_review_case_continues_with_a_date_and_a_new_cycle_begins(world: World) -> None:
    case_id = intake(world)
    walk_to(world, case_id, "review")
    facts = {"progress": "Maju", "client_view": "Baik", "outcome": "continue"}
    with pytest.raises(InvalidInput) as refusal:
        review_case(world.worker, case_id, **facts)
    assert fields_of(refusal) == {"next_review_on"}
    day = today() + timedelta(days=30)
    review_case(world.worker, case_id, **facts, next_review_on=day)
    assert open_tasks(case_id)["review_case"].due_at.date() == day
    assert codes(world, case_id) == {"scaling", "risk_again"}


def test_second_cycle_demands_everything_anew(world: World) -> None:
    case_id = intake(world)
    walk_to(world, case_id, "termination")
    advance_stage(world.worker, case_id, to="plan", reason="Tujuan baru")
    advance_stage(world.worker, case_id, to="intervention")
    assert codes(world, case_id) == {"contacts"}
    walk_to(world, case_id, "review")
    assert codes(world, case_id) == {"scaling", "risk_again", "review"}


def test_review_case_numbers_and_periods_follow_on(world: World) -> None:
    case_id = intake(world)
    walk_to(world, case_id, "review")
    for _ in range(2):
        review_case(world.worker, case_id, progress="x", client_view="y", outcome="change_plan")
    first, second = Review.objects.filter(case_id=case_id).order_by("number")
    assert (first.number, second.number, second.since) == (1, 2, first.until)


def test_review_case_in_another_stage_is_refused(world: World) -> None:
    with pytest.raises(WrongStage):
        review_case(world.worker, intake(world), progress="x", client_view="y", outcome="end")
