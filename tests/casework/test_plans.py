"""Plans: the client's own goals, her yes or no, somebody else's approval, versions that only grow."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from simpul.casework.commands.agree_plan import agree_plan
from simpul.casework.commands.approve_plan import approve_plan
from simpul.casework.commands.draft_plan import GoalGiven, NeedGiven, draft_plan
from simpul.casework.commands.refuse_plan import refuse_plan
from simpul.casework.commands.revise_plan import revise_plan
from simpul.casework.errors import NeedsOtherEyes, WrongStage
from simpul.casework.models import Approval, Plan
from simpul.casework.queries.plans import plan_versions, plan_view
from simpul.kernel.clock import today
from simpul.kernel.errors import Conflict, ConsentMissing, Hidden, InvalidInput, Refused
from simpul.safeguards.guarded import writing_as
from tests.casework.conftest import about, case_now, fields_of, open_tasks
from tests.factories.casework import (
    GOAL,
    World,
    assess,
    intake,
    make_world,
    plan_agreed,
    plan_facts,
    plan_in_force,
)
from tests.factories.registry import make_person
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db


def test_draft_plan_keeps_needs_goals_and_promises_together(world: World, audited) -> None:
    case_id = intake(world)
    seen = plan_view(world.worker, draft_plan(world.worker, case_id, **plan_facts()))
    assert (seen.number, seen.state) == (1, "draft")
    assert seen.goals[0].need_words == "Biaya sekolah"
    assert seen.goals[0].client_words == "Anak saya sekolah lagi."
    assert seen.goals[0].actions[0].what == "Mengantar anak"
    assert seen.goals[0].complete
    assert about(audited("draft_plan"), world.client.id)


def test_draft_plan_may_be_incomplete_but_must_hang_together(world: World) -> None:
    case_id = intake(world)
    with pytest.raises(InvalidInput) as refusal:
        draft_plan(
            world.worker, case_id, **plan_facts(goals=[replace(GOAL, need=4, client_words=" ")], horizon="x")
        )  # fmt: skip
    assert fields_of(refusal) >= {"goals-0-need", "goals-0-client_words", "horizon"}
    assert draft_plan(world.worker, case_id, **plan_facts(goals=[GoalGiven("Ingin tenang")], actions=[]))


def test_draft_plan_without_consent_is_refused(world: World) -> None:
    with pytest.raises(ConsentMissing):
        draft_plan(world.worker, intake(world, consent=None), **plan_facts())


def test_draft_plan_copied_from_another_client_is_shown_as_copy(world: World) -> None:
    first = draft_plan(world.worker, intake(world), **plan_facts())
    other = make_person("Klien Lain", office_id=world.office.id)
    case_id = intake(world, client_id=other.id)
    goals = [replace(GOAL, copied=True)]
    seen = plan_view(
        world.worker, draft_plan(world.worker, case_id, **plan_facts(goals=goals, copied_from_id=first))
    )
    assert (seen.copied_from_id, seen.goals[0].copied) == (first, True)


def test_copy_is_told_by_the_words_whatever_the_form_says(world: World) -> None:
    """Planted: a form that hides the mark. A goal worded anew is no copy, though it came from one."""
    first = draft_plan(world.worker, intake(world), **plan_facts())
    other = make_person("Klien Lain", office_id=world.office.id)
    case_id = intake(world, client_id=other.id)
    hidden = replace(GOAL, client_words="  anak saya SEKOLAH lagi", copied=False)
    anew = replace(GOAL, client_words="Saya ingin anak saya senang belajar.", copied=True)
    facts = plan_facts(goals=[hidden, anew], copied_from_id=first)
    seen = plan_view(world.worker, draft_plan(world.worker, case_id, **facts))
    assert [goal.copied for goal in seen.goals] == [True, False]


def test_goals_and_needs_of_another_client_are_not_taken_for_this_ones(world: World) -> None:
    other = make_world()
    foreign_case = intake(other)
    foreign = Plan.objects.get(pk=plan_in_force(other, foreign_case))
    need = NeedGiven("Biaya sekolah", assessment_id=assess(other, foreign_case))
    case_id = intake(world)
    for wrong in (
        {"goals": [replace(GOAL, line_id=foreign.goals.get().line_id)]},
        {"needs": [need]},
    ):
        with pytest.raises(InvalidInput):
            draft_plan(world.worker, case_id, **plan_facts(**wrong))
    mine = draft_plan(world.worker, case_id, **plan_facts())
    with pytest.raises(InvalidInput):
        revise_plan(world.worker, mine, version=1, **plan_facts(needs=[need], horizon="short"))
    assert plan_view(world.worker, mine).goals


def test_draft_plan_cannot_copy_what_one_does_not_reach(world: World) -> None:
    elsewhere = make_world()
    foreign = draft_plan(elsewhere.worker, intake(elsewhere), **plan_facts())
    with pytest.raises(WrongStage):
        draft_plan(world.worker, intake(world), **plan_facts(copied_from_id=foreign))


def test_revise_plan_changes_a_draft_and_refuses_a_stale_version(world: World) -> None:
    plan_id = draft_plan(world.worker, intake(world), **plan_facts())
    facts = {**plan_facts(goals=[GOAL, replace(GOAL, client_words="Saya bekerja.")]), "horizon": "medium"}
    assert revise_plan(world.worker, plan_id, version=1, **facts) == 2
    assert len(plan_view(world.worker, plan_id).goals) == 2
    with pytest.raises(Conflict):
        revise_plan(world.worker, plan_id, version=1, **facts)


def test_agreed_plan_is_never_changed(world: World) -> None:
    plan_id = plan_agreed(world, intake(world))
    with pytest.raises(WrongStage):
        revise_plan(world.worker, plan_id, version=2, **{**plan_facts(), "horizon": "short"})


def test_agree_plan_needs_measurable_goals_and_a_witness(world: World) -> None:
    vague = draft_plan(
        world.worker, intake(world), **plan_facts(goals=[GoalGiven("Ingin tenang")], actions=[])
    )
    with pytest.raises(InvalidInput) as refusal:
        agree_plan(world.worker, vague, how="spoken")
    assert fields_of(refusal) == {"", "witness"}


def test_agree_plan_asks_the_supervisor(world: World, audited) -> None:
    case_id = intake(world)
    plan_agreed(world, case_id)
    assert open_tasks(case_id)["approve_plan"].assignee_id == world.supervisor_staff.id
    assert audited("agree_plan").facts["how"] == "signed"


def test_refuse_plan_ends_nothing(world: World) -> None:
    case_id = intake(world)
    in_force = plan_in_force(world, case_id)
    second = draft_plan(world.worker, case_id, **plan_facts(change_reason="Keadaan berubah"))
    with pytest.raises(InvalidInput):
        refuse_plan(world.worker, second, how="signed", client_words="")
    refuse_plan(world.worker, second, how="spoken", client_words="Belum mau.")
    assert case_now(case_id).is_open
    assert plan_view(world.worker, in_force).state == "approved"
    answer = plan_view(world.worker, second).answer
    assert answer is not None
    assert (answer.agreed, answer.client_words) == (False, "Belum mau.")
    assert draft_plan(world.worker, case_id, **plan_facts(change_reason="Lebih pelan"))


def test_approve_plan_brings_it_into_force_and_replaces_the_old(world: World, audited) -> None:
    case_id = intake(world)
    plan_in_force(world, case_id)
    plan_in_force(world, case_id, change_reason="Tujuan baru")
    assert [(one.number, one.state) for one in plan_versions(world.worker, case_id)] == [
        (2, "approved"), (1, "replaced"),
    ]  # fmt: skip
    assert "review_case" in open_tasks(case_id)
    assert "approve_plan" not in open_tasks(case_id)
    assert audited("approve_plan").facts["approved"] is True


def test_approve_plan_of_ones_own_is_refused(world: World) -> None:
    boss = actor_of(make_staff(office=world.office, unit=world.unit, role="supervisor", scope="unit"))
    case_id = intake(world)
    plan_id = draft_plan(boss, case_id, **plan_facts())
    agree_plan(world.worker, plan_id, how="signed")
    with pytest.raises(NeedsOtherEyes):
        approve_plan(boss, plan_id)
    approve_plan(world.supervisor, plan_id)


def test_approve_plan_by_who_took_the_agreement_is_refused(world: World) -> None:
    plan_id = draft_plan(world.worker, intake(world), **plan_facts())
    agree_plan(world.supervisor, plan_id, how="signed")
    with pytest.raises(NeedsOtherEyes):
        approve_plan(world.supervisor, plan_id)


def test_database_refuses_own_approval_even_past_the_act(world: World) -> None:
    plan = Plan.objects.get(pk=plan_agreed(world, intake(world)))
    with writing_as("casework"), pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.create(case=plan.case, by_id=plan.by_id, plan=plan, drafted_by=plan.by_id)


def test_approve_plan_needs_the_clients_yes(world: World) -> None:
    with pytest.raises(WrongStage):
        approve_plan(world.supervisor, draft_plan(world.worker, intake(world), **plan_facts()))


def test_approve_plan_may_give_it_back_and_the_agreement_stays(world: World) -> None:
    case_id = intake(world)
    plan_id = plan_agreed(world, case_id)
    approve_plan(world.supervisor, plan_id, approve=False, words="Ukuran belum jelas.")
    seen = plan_view(world.worker, plan_id)
    assert (seen.state, seen.returned_words, seen.answer is not None) == (
        "returned",
        "Ukuran belum jelas.",
        True,
    )
    assert draft_plan(world.worker, case_id, **plan_facts(change_reason="Diperjelas"))


def test_only_one_plan_is_in_work_and_a_new_version_says_why(world: World) -> None:
    case_id = intake(world)
    plan_in_force(world, case_id)
    with pytest.raises(InvalidInput) as refusal:
        draft_plan(world.worker, case_id, **plan_facts())
    assert fields_of(refusal) == {"change_reason"}
    draft_plan(world.worker, case_id, **plan_facts(change_reason="a"))
    with pytest.raises(WrongStage):
        draft_plan(world.worker, case_id, **plan_facts(change_reason="b"))


def test_review_day_cannot_lie_in_the_past(world: World) -> None:
    with pytest.raises(InvalidInput) as refusal:
        draft_plan(world.worker, intake(world), **plan_facts(review_on=today() - timedelta(days=1)))
    assert fields_of(refusal) == {"review_on"}


def test_worker_does_not_approve_and_strangers_see_nothing(world: World) -> None:
    plan_id = plan_agreed(world, intake(world))
    with pytest.raises(Refused):
        approve_plan(world.worker, plan_id)
    with pytest.raises(Hidden):
        plan_view(make_world().supervisor, plan_id)
