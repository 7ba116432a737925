"""The plan at the desk: written with rows, answered by the client, approved by somebody else, scored."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.models import Q
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from simpul.casework import policies
from simpul.casework.models import Goal, GoalScaling, Plan, PlannedAction
from tests.factories.casework import World, intake, make_world, plan_agreed, plan_in_force, walk_to
from tests.factories.workforce import login, make_staff
from tests.web_desk.plans.rounds import SOON, plan_answers, typed_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def case_id(world: World) -> Iterator[uuid.UUID]:
    found = intake(world)
    walk_to(world, found, "plan")
    yield found


def test_empty_page_says_how_to_begin(client: Client, world: World, case_id: uuid.UUID) -> None:
    page = login(client, world.worker_staff).get(f"/kasus/{case_id}/rencana/").content.decode()
    assert f"/kasus/{case_id}/rencana/tulis/" in page
    assert world.client.full_name not in page.split("</title>")[0]


def test_plan_from_draft_to_score(client: Client, world: World, case_id: uuid.UUID) -> None:
    login(client, world.worker_staff)
    here = f"/kasus/{case_id}/rencana/"
    assert client.post(f"{here}tulis/", plan_answers()).headers["Location"] == here
    plan = Plan.objects.get(case_id=case_id)
    assert plan.goals.get().complete and plan.goals.get().steps == {"0": "20 hari hadir"}
    changed = plan_answers(version="1", **{"goals-0-target": "22 hari"})
    assert client.post(f"{here}ubah/{plan.id}/", changed).status_code == 302
    assert Goal.objects.get(plan=plan).target == "22 hari"
    assert client.post(f"{here}jawaban/", {"agreed": "yes", "how": "signed"}).status_code == 302
    login(client, world.supervisor_staff)
    assert "22 hari" in client.get(f"{here}setujui/").content.decode()
    assert client.post(f"{here}setujui/", {"approve": "yes"}).status_code == 302
    login(client, world.worker_staff)
    goal = Goal.objects.get(plan=plan)
    assert (
        client.post(
            f"{here}tujuan/{goal.id}/", {"score": "-1", "client_score": "1", "fact": "Hadir 12 hari"}
        ).status_code
        == 302
    )
    assert GoalScaling.objects.get().client_score == 1
    page = client.get(here).content.decode()
    assert "Hadir 12 hari" in page and "Anak saya sekolah lagi, Bu." in page


def test_rows_come_and_go_by_the_server_and_nothing_typed_is_lost(
    client: Client, world: World, case_id: uuid.UUID
) -> None:
    login(client, world.worker_staff)
    here = f"/kasus/{case_id}/rencana/tulis/"
    more = client.post(here, plan_answers(rows="add-goals")).content.decode()
    assert 'name="goals-1-client_words"' in more and 'name="goals-count" value="2"' in more
    assert typed_in(more, "goals-0-client_words") == "Anak saya sekolah lagi, Bu."
    two = {"needs-count": "2", "needs-1-words": "Seragam", "goals-0-need": "1", "rows": "drop-needs-0"}
    less = client.post(here, plan_answers(**two)).content.decode()
    assert typed_in(less, "needs-0-words") == "Seragam"
    chosen = less.split('name="goals-0-need"')[1].split("</select>")[0]
    assert '<option value="0" selected>1. Seragam' in chosen
    assert not Plan.objects.exists()


def test_row_left_empty_vanishes_and_references_follow(
    client: Client, world: World, case_id: uuid.UUID
) -> None:
    login(client, world.worker_staff)
    answers = plan_answers(
        **{"needs-count": "2", "needs-0-words": " ", "needs-1-words": "Seragam", "goals-0-need": "1"}
    )
    assert client.post(f"/kasus/{case_id}/rencana/tulis/", answers).status_code == 302
    assert Goal.objects.get().need.words == "Seragam"


@pytest.mark.parametrize(
    ("language", "words"), [("id", "Pilih hari ini atau sesudahnya"), ("en", "Choose today")]
)
def test_wrong_answers_keep_everything_typed(
    client: Client, world: World, case_id: uuid.UUID, language: str, words: str
) -> None:
    login(client, world.worker_staff)
    client.cookies["simpul_language"] = language
    with translation.override(language):
        answer = client.post(
            f"/kasus/{case_id}/rencana/tulis/",
            plan_answers(review_on="2020-01-01"),
            headers={"accept-language": language},
        )
    page = answer.content.decode()
    assert answer.status_code == 422 and words in page
    assert typed_in(page, "goals-0-client_words") == "Anak saya sekolah lagi, Bu."
    assert typed_in(page, "actions-0-what") == "Mengantar anak ke sekolah"
    assert not Plan.objects.exists()


def test_later_version_is_copied_and_marked(client: Client, world: World, case_id: uuid.UUID) -> None:
    plan_id = plan_in_force(world, case_id)
    login(client, world.worker_staff)
    here = f"/kasus/{case_id}/rencana/tulis/"
    page = client.get(f"{here}?dari={plan_id}").content.decode()
    assert typed_in(page, "goals-0-client_words") == "Anak saya sekolah lagi."
    assert "disalin" in page
    names = ("line_id", "copied", "client_words", "measure", "baseline", "target")
    told = {f"goals-0-{name}": typed_in(page, f"goals-0-{name}") for name in names}
    refused = client.post(here, plan_answers(copied_from_id=str(plan_id), **told))
    assert refused.status_code == 422  # a new version says why
    sent = plan_answers(copied_from_id=str(plan_id), change_reason="Sekolah pindah", **told)
    assert client.post(here, sent).status_code == 302
    later = Plan.objects.get(case_id=case_id, number=2)
    assert later.copied_from_id == plan_id and later.goals.get().copied
    assert later.goals.get().line_id == Goal.objects.get(plan_id=plan_id).line_id
    assert "disalin" in client.get(f"/kasus/{case_id}/rencana/").content.decode()


def test_stale_draft_shows_both_texts(client: Client, world: World, case_id: uuid.UUID) -> None:
    login(client, world.worker_staff)
    here = f"/kasus/{case_id}/rencana/"
    client.post(f"{here}tulis/", plan_answers())
    plan = Plan.objects.get()
    client.post(f"{here}ubah/{plan.id}/", plan_answers(version="1", **{"goals-0-target": "Yang pertama"}))
    late = client.post(
        f"{here}ubah/{plan.id}/", plan_answers(version="1", **{"goals-0-target": "Yang kedua"})
    )
    page = late.content.decode()
    assert late.status_code == 422 and "Yang</del>" not in page
    assert "pertama" in page and typed_in(page, "goals-0-target") == "Yang kedua"
    assert Goal.objects.get(plan=plan).target == "Yang pertama"


def test_no_ends_nothing(client: Client, world: World, case_id: uuid.UUID) -> None:
    login(client, world.worker_staff)
    here = f"/kasus/{case_id}/rencana/"
    client.post(f"{here}tulis/", plan_answers())
    said = {"agreed": "no", "how": "spoken"}
    assert client.post(f"{here}jawaban/", said).status_code == 422
    said["client_words"] = "Terlalu jauh"
    assert client.post(f"{here}jawaban/", said).status_code == 302
    page = client.get(here).content.decode()
    assert "Terlalu jauh" in page and f"{here}tulis/" in page


def test_writer_cannot_approve_her_own_plan(client: Client, world: World, case_id: uuid.UUID) -> None:
    from simpul.casework.commands.agree_plan import agree_plan
    from simpul.casework.commands.draft_plan import draft_plan
    from tests.factories.casework import plan_facts

    plan_id = draft_plan(world.supervisor, case_id, **plan_facts())
    agree_plan(world.worker, plan_id, how="signed")
    login(client, world.supervisor_staff)
    here = f"/kasus/{case_id}/rencana/"
    assert f"{here}setujui/" not in client.get(here).content.decode()
    assert 'name="approve"' not in client.get(f"{here}setujui/").content.decode()
    assert client.post(f"{here}setujui/", {"approve": "yes"}).status_code == 422
    assert Plan.objects.get(pk=plan_id).state == "agreed"


def test_promise_is_noted_and_settled(client: Client, world: World, case_id: uuid.UUID) -> None:
    plan_in_force(world, case_id)
    login(client, world.worker_staff)
    here = f"/kasus/{case_id}/rencana/janji/"
    promised = {"what": "Menelepon sekolah", "whose": "worker", "due_on": SOON, "goal_id": ""}
    assert client.post(here, {**promised, "due_on": "2020-01-01"}).status_code == 422
    assert client.post(here, promised).status_code == 302
    action = PlannedAction.objects.get(plan=None)
    assert "Menelepon sekolah" in client.get(f"/kasus/{case_id}/rencana/").content.decode()
    assert client.post(f"{here}{action.id}/", {"kept": "no", "outcome": "Libur"}).status_code == 302
    action.refresh_from_db()
    assert action.kept is False and action.outcome == "Libur"
    assert client.post(f"{here}{uuid.uuid4()}/", {"kept": "no"}).status_code == 404


PAGES = ("", "tulis/", "ubah/", "jawaban/", "setujui/", "janji/")


def strangers_see(client: Client, case_id: uuid.UUID, plan_id: uuid.UUID) -> list[str]:
    """Which of the pages open to somebody of another office."""
    login(client, make_staff(role="supervisor", scope="unit"))
    pages = [*PAGES, f"versi/{plan_id}/"]
    return [page for page in pages if client.get(f"/kasus/{case_id}/rencana/{page}").status_code != 404]


def test_stranger_finds_nothing(client: Client, world: World, case_id: uuid.UUID) -> None:
    plan_id = plan_agreed(world, case_id)
    assert strangers_see(client, case_id, plan_id) == []
    assert client.post(f"/kasus/{case_id}/rencana/setujui/", {"approve": "yes"}).status_code == 404


def test_planted_open_reach_is_caught(
    client: Client, world: World, case_id: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan_id = plan_agreed(world, case_id)
    monkeypatch.setattr(policies, "reach", lambda *_args, **_facts: Q(pk__isnull=False))
    monkeypatch.setattr(policies, "protection_team_of", lambda *_args: Q(pk__isnull=False))
    assert strangers_see(client, case_id, plan_id)


def test_version_of_another_case_is_not_shown(client: Client, world: World, case_id: uuid.UUID) -> None:
    plan_id = plan_in_force(world, case_id)
    other = intake(world)
    login(client, world.worker_staff)
    assert client.get(f"/kasus/{other}/rencana/versi/{plan_id}/").status_code == 404
    assert client.get(f"/kasus/{case_id}/rencana/versi/{plan_id}/").status_code == 200


@pytest.mark.parametrize("page", ["rencana/", "rencana/tulis/", "bahas/", "tinjauan/", "dokumen/"])
def test_page_asks_the_database_at_most_25_times(
    client: Client, world: World, case_id: uuid.UUID, page: str
) -> None:
    plan_in_force(world, case_id)
    login(client, world.worker_staff)
    client.get(f"/kasus/{case_id}/{page}")
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/kasus/{case_id}/{page}").status_code == 200
    assert len([one for one in asked if one["sql"].startswith("SELECT")]) <= 25
