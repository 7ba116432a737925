"""The client answers her plan and rates her own goals; the worker's scores and hers stay apart."""

from __future__ import annotations

import pytest

from simpul.casework.commands.agree_plan import agree_plan
from simpul.casework.commands.answer_own_plan import answer_own_plan
from simpul.casework.commands.approve_plan import approve_plan
from simpul.casework.commands.ask_plan_answer import ask_plan_answer
from simpul.casework.commands.draft_plan import GoalGiven, draft_plan
from simpul.casework.commands.rate_own_goal import rate_own_goal
from simpul.casework.commands.refuse_plan import refuse_plan
from simpul.casework.commands.revise_plan import revise_plan
from simpul.casework.commands.scale_goal import scale_goal
from simpul.casework.errors import WrongStage
from simpul.casework.models import Agreement, Goal, GoalRemark, GoalScaling, OwnRating, Plan
from simpul.casework.queries.client_view import client_view
from simpul.casework.queries.plans import goals_chart, plan_view
from simpul.casework.queries.timeline import case_timeline
from simpul.kernel.errors import Conflict, Hidden, InvalidInput
from simpul.notices.models import Notice
from simpul.workforce.models import Account
from tests.casework.conftest import about, case_now, fields_of, open_tasks
from tests.factories.casework import World, intake, make_world, plan_facts, plan_in_force

pytestmark = pytest.mark.django_db


def asked(world: World) -> Plan:
    """A draft that lies before the client."""
    plan_id = draft_plan(world.worker, intake(world), **plan_facts())
    ask_plan_answer(world.worker, plan_id)
    plan: Plan = Plan.objects.get(pk=plan_id)
    return plan


def test_draft_is_seen_by_the_client_only_after_it_was_laid_before_her(world: World, audited) -> None:
    plan_id = draft_plan(world.worker, intake(world), **plan_facts())
    case_id = Plan.objects.get(pk=plan_id).case_id
    assert client_view(world.client_actor, case_id).asked is None
    with pytest.raises(WrongStage):
        answer_own_plan(world.client_actor, plan_id, version=1, agreed=True)
    ask_plan_answer(world.worker, plan_id)
    ask_plan_answer(world.worker, plan_id)
    waiting = client_view(world.client_actor, case_id).asked
    assert waiting is not None and waiting.goals[0].client_words == "Anak saya sekolah lagi."
    assert plan_view(world.worker, plan_id).asked
    assert about(audited("ask_plan_answer"), world.client.id)


def test_plan_that_is_not_whole_or_has_no_reader_is_not_laid_before_anybody(world: World) -> None:
    case_id = intake(world)
    vague = draft_plan(world.worker, case_id, **plan_facts(goals=[GoalGiven("Ingin tenang")], actions=[]))
    Account.objects.filter(pk=world.client_account.pk).update(is_active=False)
    with pytest.raises(InvalidInput) as refusal:
        ask_plan_answer(world.worker, vague)
    assert len(refusal.value.faults) == 2


def test_client_agrees_in_her_own_words_and_the_supervisor_looks_at_it(world: World, audited) -> None:
    plan = asked(world)
    goal = plan.goals.get()
    answer_own_plan(
        world.client_actor, plan.pk, version=1, agreed=True, client_words="Saya mau ini.",
        remarks={goal.pk: "Yang penting sekolahnya dekat."},
    )  # fmt: skip
    seen = plan_view(world.worker, plan.pk)
    assert (seen.state, seen.answer and seen.answer.how) == ("agreed", "portal")
    assert seen.answer and seen.answer.client_words == "Saya mau ini."
    assert seen.goals[0].remark == "Yang penting sekolahnya dekat."
    task = open_tasks(plan.case_id)["approve_plan"]
    assert task.assignee_id == world.supervisor_staff.id
    assert Notice.objects.filter(recipient_id=world.worker_staff.id, kind="plan_answered").exists()
    line = audited("answer_own_plan")
    assert about(line, world.client.id) and "sekolahnya" not in str(line.facts)
    approve_plan(world.supervisor, plan.pk)
    assert plan_view(world.worker, plan.pk).state == "approved"
    told = case_timeline(world.worker, plan.case_id, kinds=("answer",)).entries[0]
    assert told.client_words == "Saya mau ini."


def test_refusal_ends_nothing_and_needs_a_word_somewhere(world: World) -> None:
    plan = asked(world)
    goal = plan.goals.get()
    with pytest.raises(InvalidInput) as refusal:
        answer_own_plan(world.client_actor, plan.pk, version=1, agreed=False)
    assert fields_of(refusal) == {"client_words"}
    answer_own_plan(world.client_actor, plan.pk, version=1, agreed=False, remarks={goal.pk: "Terlalu cepat."})
    assert plan_view(world.worker, plan.pk).state == "refused" and case_now(plan.case_id).is_open
    assert "approve_plan" not in open_tasks(plan.case_id)
    assert draft_plan(world.worker, plan.case_id, **plan_facts(change_reason="Lebih pelan"))


def test_answer_holds_only_for_the_wording_that_was_read(world: World) -> None:
    plan = asked(world)
    revise_plan(world.worker, plan.pk, version=1, **plan_facts(horizon="short"))
    assert client_view(world.client_actor, plan.case_id).asked is None
    for version in (1, 2):
        with pytest.raises(Conflict):
            answer_own_plan(world.client_actor, plan.pk, version=version, agreed=True)
    assert not Agreement.objects.exists()
    ask_plan_answer(world.worker, plan.pk)
    answer_own_plan(world.client_actor, plan.pk, version=2, agreed=True)
    with pytest.raises(WrongStage):
        answer_own_plan(world.client_actor, plan.pk, version=3, agreed=False, client_words="Tidak jadi")
    assert Agreement.objects.get().agreed


def test_remark_on_a_goal_of_another_plan_is_not_taken(world: World) -> None:
    plan, other = asked(world), asked(make_world())
    with pytest.raises(Conflict):
        answer_own_plan(
            world.client_actor, plan.pk, version=1, agreed=True, remarks={other.goals.get().pk: "x"}
        )
    assert not GoalRemark.objects.exists()


def test_nobody_answers_or_rates_in_the_clients_place(world: World) -> None:
    plan = asked(world)
    for actor in (world.worker, world.head, make_world().client_actor):
        with pytest.raises(Hidden):
            answer_own_plan(actor, plan.pk, version=1, agreed=True)
    for act in (agree_plan, refuse_plan):
        with pytest.raises(InvalidInput) as refusal:
            act(world.worker, plan.pk, how="portal", client_words="ya")
        assert "how" in fields_of(refusal)
    agree_plan(world.worker, plan.pk, how="signed")
    approve_plan(world.supervisor, plan.pk)
    goal_id = plan.goals.get().pk
    for actor in (world.worker, world.head, make_world().client_actor):
        with pytest.raises(Hidden):
            rate_own_goal(actor, goal_id, score=2)
    assert not OwnRating.objects.exists()


def test_ratings_stand_beside_the_workers_scores_and_replace_nothing(world: World, audited) -> None:
    case_id = intake(world)
    plan_id = plan_in_force(world, case_id)
    goal = Goal.objects.get(plan_id=plan_id)
    scale_goal(world.worker, goal.pk, score=1, client_score=0, client_words="Lumayan", fact="Masuk 18 hari")
    rate_own_goal(world.client_actor, goal.pk, score=-1, words="Masih takut pagi hari.")
    rate_own_goal(world.client_actor, goal.pk, score=0)
    scored = plan_view(world.worker, plan_id).goals[0]
    assert [one.score for one in scored.scores] == [1]
    assert [(one.score, one.in_portal) for one in scored.own_scores] == [(0, False), (-1, True), (0, True)]
    assert GoalScaling.objects.get().client_score == 0
    chart = goals_chart(world.worker, case_id)
    assert (chart.attainment[-1][1], chart.own[-1][1]) == (60.0, 50.0)
    assert client_view(world.client_actor, case_id).goals[0].score == 0
    assert Notice.objects.filter(recipient_id=world.worker_staff.id, kind="own_rating").exists()
    line = audited("rate_own_goal")
    assert about(line, world.client.id) and "takut" not in str(line.facts)
    entries = case_timeline(world.worker, case_id, kinds=("own_rating",)).entries
    assert {one.client_words for one in entries} == {"Masih takut pagi hari.", ""}


@pytest.mark.parametrize("score", [-3, 3, 99])
def test_rating_is_one_of_five_steps(world: World, score: int) -> None:
    plan_id = plan_in_force(world, intake(world))
    with pytest.raises(InvalidInput):
        rate_own_goal(world.client_actor, Goal.objects.get(plan_id=plan_id).pk, score=score)


def test_goal_of_an_earlier_plan_or_a_closed_case_is_not_rated(world: World) -> None:
    case_id = intake(world)
    first = Goal.objects.get(plan_id=plan_in_force(world, case_id))
    second = Goal.objects.get(plan_id=plan_in_force(world, case_id, change_reason="Tujuan baru"))
    with pytest.raises(WrongStage):
        rate_own_goal(world.client_actor, first.pk, score=0)
    rate_own_goal(world.client_actor, second.pk, score=0)
    assert client_view(world.client_actor, case_id).may_rate
