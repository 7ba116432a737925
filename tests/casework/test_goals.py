"""Scaling goals, promises of both sides."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.casework.commands.scale_goal import scale_goal
from simpul.casework.commands.set_commitment import set_commitment
from simpul.casework.commands.settle_commitment import settle_commitment
from simpul.casework.errors import WrongStage
from simpul.casework.models import Goal, PlannedAction
from simpul.casework.queries.plans import goals_chart
from simpul.kernel.clock import today
from simpul.kernel.errors import Hidden, InvalidInput
from tests.casework.conftest import fields_of, open_tasks
from tests.factories.casework import GOAL, World, intake, make_world, plan_agreed, plan_in_force

pytestmark = pytest.mark.django_db


def goal_of(plan_id) -> Goal:
    return Goal.objects.get(plan_id=plan_id)


def test_scale_goal_keeps_fact_and_both_scores_over_time(world: World, audited) -> None:
    case_id = intake(world)
    goal = goal_of(plan_in_force(world, case_id))
    scale_goal(world.worker, goal.id, score=-1, fact="Hadir 5 hari", on=today() - timedelta(days=10))
    scale_goal(world.worker, goal.id, score=1, client_score=2, fact="Hadir 22 hari", client_words="Bangga!")
    chart = goals_chart(world.worker, case_id)
    assert [(one.score, one.client_score) for one in chart.lines[0].points] == [(-1, None), (1, 2)]
    assert [figure for _day, figure in chart.attainment] == [40.0, 60.0]
    assert audited("scale_goal").outcome == "done"


def test_goal_keeps_its_line_through_plan_versions(world: World) -> None:
    from dataclasses import replace

    case_id = intake(world)
    goal = goal_of(plan_in_force(world, case_id))
    scale_goal(world.worker, goal.id, score=0, fact="Hadir")
    carried = [replace(GOAL, line_id=goal.line_id, client_words="Anak saya lulus.")]
    again = goal_of(plan_in_force(world, case_id, goals=carried, change_reason="Naik kelas"))
    scale_goal(world.worker, again.id, score=2, fact="Lulus")
    lines = goals_chart(world.worker, case_id).lines
    assert [(line.client_words, len(line.points)) for line in lines] == [("Anak saya lulus.", 2)]


@pytest.mark.parametrize(
    "wrong", [{"score": 3}, {"client_score": -3}, {"fact": " "}, {"on": today() + timedelta(1)}]
)
def test_scale_goal_refuses_what_cannot_be(world: World, wrong: dict[str, object]) -> None:
    goal = goal_of(plan_in_force(world, intake(world)))
    with pytest.raises(InvalidInput) as refusal:
        scale_goal(world.worker, goal.id, **{"score": 0, "fact": "x", **wrong})
    assert fields_of(refusal) == set(wrong)


def test_scale_goal_only_of_the_plan_in_force(world: World) -> None:
    with pytest.raises(WrongStage):
        scale_goal(world.worker, goal_of(plan_agreed(world, intake(world))).id, score=0, fact="x")


def test_set_commitment_of_the_worker_goes_on_her_list(world: World) -> None:
    case_id = intake(world)
    goal = goal_of(plan_in_force(world, case_id))
    set_commitment(
        world.worker, case_id, whose="worker", what="Menelepon sekolah", goal_id=goal.id,
        present_fact="Belum terdaftar", due_on=today(),
    )  # fmt: skip
    assert open_tasks(case_id)["keep_promise"].assignee_id == world.worker_staff.id


def test_set_commitment_of_the_client_is_no_task_of_the_office(world: World) -> None:
    case_id = intake(world)
    set_commitment(world.worker, case_id, whose="client", what="Datang Senin", due_on=today())
    assert "keep_promise" not in open_tasks(case_id)


def test_set_commitment_refuses_foreign_goals_and_past_days(world: World) -> None:
    elsewhere = make_world()
    foreign = goal_of(plan_in_force(elsewhere, intake(elsewhere)))
    with pytest.raises(InvalidInput) as refusal:
        set_commitment(
            world.worker, intake(world), whose="client", what="x", goal_id=foreign.id,
            due_on=today() - timedelta(days=1),
        )  # fmt: skip
    assert fields_of(refusal) == {"goal_id", "due_on"}


def test_settle_commitment_once(world: World, audited) -> None:
    case_id = intake(world)
    action_id = set_commitment(world.worker, case_id, whose="worker", what="Menelepon", due_on=today())
    settle_commitment(world.worker, action_id, kept=False, outcome="Sekolah tutup.")
    assert PlannedAction.objects.get(pk=action_id).outcome == "Sekolah tutup."
    assert "keep_promise" not in open_tasks(case_id)
    assert audited("settle_commitment").facts["kept"] is False
    with pytest.raises(WrongStage):
        settle_commitment(world.worker, action_id, kept=True)


def test_stranger_does_not_find_the_goal(world: World) -> None:
    goal = goal_of(plan_in_force(world, intake(world)))
    with pytest.raises(Hidden):
        scale_goal(make_world().worker, goal.id, score=0, fact="x")
