"""Her plan and her goals in the portal: read, answered, rated; nothing of it in another's place."""

from __future__ import annotations

import pytest
from django.test import Client

from simpul.casework.commands.ask_plan_answer import ask_plan_answer
from simpul.casework.commands.draft_plan import draft_plan
from simpul.casework.models import Agreement, Goal, GoalRemark, OwnRating, Plan
from tests.factories.casework import intake, make_world, plan_facts, plan_in_force
from tests.factories.workforce import login
from tests.web_portal.conftest import Guest

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_plan_is_read_and_answered_once_in_her_words(guest: Guest) -> None:
    case, world = f"/portal/berkas/{guest.case_id}/", guest.world
    assert "menunggu jawaban" not in guest.see("/portal/")
    plan_id = draft_plan(world.worker, guest.case_id, **plan_facts())
    assert guest.browser.get(f"{case}rencana/").status_code == 302
    ask_plan_answer(world.worker, plan_id)
    assert "menunggu jawaban" in guest.see("/portal/") and "menunggu jawaban" in guest.see(case)
    page = guest.see(f"{case}rencana/")
    assert "Anak saya sekolah lagi." in page and 'name="goal_1"' in page and "periksa-kata" not in page
    refused = guest.browser.post(f"{case}rencana/", {"agreed": "no", "version": "1"})
    assert refused.status_code == 422
    answer = {"agreed": "no", "version": "1", "goal_1": "Terlalu cepat bagi saya.", "idempotency_key": "k1"}
    for _time in range(2):
        assert guest.browser.post(f"{case}rencana/", answer).status_code == 302
    assert GoalRemark.objects.get().words == "Terlalu cepat bagi saya."
    assert not Agreement.objects.get().agreed and Plan.objects.get().state == "refused"
    desk = Client()
    login(desk, world.worker_staff)
    shown = desk.get(f"/kasus/{guest.case_id}/rencana/").content.decode()
    assert "Terlalu cepat bagi saya." in shown and "Lewat portal" in shown


def test_plan_reworded_meanwhile_is_not_answered_and_her_words_stay(guest: Guest) -> None:
    from simpul.casework.commands.revise_plan import revise_plan

    case, world = f"/portal/berkas/{guest.case_id}/", guest.world
    plan_id = draft_plan(world.worker, guest.case_id, **plan_facts())
    ask_plan_answer(world.worker, plan_id)
    revise_plan(world.worker, plan_id, version=1, **plan_facts(horizon="short"))
    ask_plan_answer(world.worker, plan_id)
    late = guest.browser.post(f"{case}rencana/", {"agreed": "yes", "version": "1", "goal_1": "Boleh dicoba"})
    assert late.status_code == 422 and "Boleh dicoba" in late.content.decode()
    assert not Agreement.objects.exists()


def test_goal_is_rated_and_stands_on_the_workers_chart(guest: Guest) -> None:
    plan_id = plan_in_force(guest.world, guest.case_id)
    goal = Goal.objects.get(plan_id=plan_id)
    page = f"/portal/berkas/{guest.case_id}/tujuan/{goal.pk}/"
    assert page in guest.see(f"/portal/berkas/{guest.case_id}/")
    assert "Anak saya sekolah lagi." in guest.see(page)
    assert guest.browser.post(page, {"words": "Lupa memilih"}).status_code == 422
    assert guest.browser.post(page, {"score": "1", "words": "Sudah berani."}).status_code == 302
    assert OwnRating.objects.get().words == "Sudah berani."
    assert "Sudah berani." in guest.see(page)
    desk = Client()
    login(desk, guest.world.worker_staff)
    shown = desk.get(f"/kasus/{guest.case_id}/rencana/").content.decode()
    assert "Sudah berani." in shown and "goal-key is-own" in shown


def test_goals_and_plans_of_others_do_not_exist(guest: Guest) -> None:
    other = make_world()
    case_id = intake(other)
    goal = Goal.objects.get(plan_id=plan_in_force(other, case_id))
    for page in (f"{case_id}/rencana/", f"{case_id}/tujuan/{goal.pk}/", f"{guest.case_id}/tujuan/{goal.pk}/"):
        assert guest.browser.get(f"/portal/berkas/{page}").status_code == 404
        assert guest.browser.post(f"/portal/berkas/{page}", {"score": "1"}).status_code == 404
    assert not OwnRating.objects.exists()


def test_worker_lays_the_draft_before_the_client(guest: Guest) -> None:
    draft_plan(guest.world.worker, guest.case_id, **plan_facts())
    desk = Client()
    login(desk, guest.world.worker_staff)
    here = f"/kasus/{guest.case_id}/rencana/"
    assert f"{here}tanya/" in desk.get(here).content.decode()
    assert "Anak saya sekolah lagi." in desk.get(f"{here}tanya/").content.decode()
    assert desk.post(f"{here}tanya/", {}).status_code == 302
    assert f"{here}tanya/" not in desk.get(here).content.decode()
    assert "portal" in desk.get(here).content.decode()
    assert 'value="portal"' not in desk.get(f"{here}jawaban/").content.decode()
