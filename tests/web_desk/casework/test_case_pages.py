"""The list of cases, the page of one case, today and the board, as staff see them."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.db.models import Q
from django.test import Client
from django.test.utils import CaptureQueriesContext

from simpul.casework import policies
from simpul.casework.commands.record_contact import record_contact
from tests.factories.casework import CALM, contact_given, intake, make_world, walk_to
from tests.factories.workforce import login, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def page(client: Client, path: str, language: str = "id") -> str:
    client.cookies["simpul_language"] = language
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


@pytest.mark.parametrize("language", ["id", "en"])
def test_case_page_keeps_the_three_voices_apart_and_names_nobody_in_its_title(
    client: Client, language: str
) -> None:
    world = make_world()
    case_id = intake(world)
    walk_to(world, case_id, "intervention")
    record_contact(world.worker, case_id, contact=contact_given(interpretation="Tampak kuat."))
    login(client, world.worker_staff)
    html = page(client, f"/kasus/{case_id}/", language)
    assert re.search(r"is-words.*Saya mulai lega", html, re.S)
    assert re.search(r"is-observation.*Rumah rapi", html, re.S)
    assert re.search(r"is-interpretation.*Tampak kuat", html, re.S)
    title = re.search(r"<title>(.*?)</title>", html, re.S)
    assert title and world.client.full_name not in title[1]
    assert "KS-" in title[1]


def test_stranger_and_wrong_id_get_the_same_answer(client: Client) -> None:
    world = make_world()
    case_id = intake(world)
    login(client, make_staff())
    foreign = client.get(f"/kasus/{case_id}/")
    absent = client.get("/kasus/01890000-0000-7000-8000-000000000000/")
    assert foreign.status_code == absent.status_code == 404
    assert abs(len(foreign.content) - len(absent.content)) <= 16
    assert world.client.full_name not in foreign.content.decode()


def test_planted_reach_without_limit_would_show_the_stranger_the_case(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = make_world()
    case_id = intake(world)
    login(client, make_staff())
    monkeypatch.setattr(policies, "reach", lambda *_args, **_facts: Q(pk__isnull=False))
    assert client.get(f"/kasus/{case_id}/").status_code == 200


def test_list_filters_by_words_sent_in_the_body_and_shows_no_foreign_case(client: Client) -> None:
    world, other = make_world(), make_world()
    intake(world)
    intake(other)
    login(client, world.supervisor_staff)
    html = page(client, "/kasus/")
    assert world.client.display_name in html
    assert other.client.display_name not in html or world.client.display_name == other.client.display_name
    found = client.post("/kasus/", {"text": world.client.full_name})
    assert world.client.display_name in found.content.decode()
    none = client.post("/kasus/", {"text": "tidak ada orang bernama ini"})
    assert 'class="empty"' in none.content.decode()


@pytest.mark.parametrize(
    "answers", [{"stage": "x"}, {"page": "0"}, {"page": "9" * 30}, {"worker": "me"}, {"text": "\x00"}]
)
def test_list_bears_nonsense(client: Client, answers: dict[str, str]) -> None:
    login(client, make_world().worker_staff)
    assert client.post("/kasus/", answers).status_code == 200


def test_today_shows_deadlines_caseload_and_the_way_to_an_intake(client: Client) -> None:
    world = make_world()
    intake(world)
    login(client, world.worker_staff)
    html = page(client, "/")
    assert world.client.display_name in html
    assert "/kasus/baru/" in html or "take_intake" not in html


def test_board_is_the_supervisors_alone(client: Client) -> None:
    world = make_world()
    intake(world, screen={**CALM, "danger_now": "yes"} if "danger_now" in CALM else CALM)
    login(client, world.worker_staff)
    assert client.get("/papan/").status_code == 404
    login(client, world.supervisor_staff)
    assert world.worker_staff.full_name in page(client, "/papan/")


@pytest.mark.parametrize("path", ["/", "/kasus/", "/papan/", "/kasus/{case_id}/"])
def test_pages_need_at_most_25_statements(client: Client, path: str) -> None:
    world = make_world()
    case_id = intake(world)
    walk_to(world, case_id, "intervention")
    for _ in range(6):
        record_contact(world.worker, case_id, contact=contact_given())
    login(client, world.supervisor_staff)
    path = path.format(case_id=case_id)
    client.get(path)
    with CaptureQueriesContext(connection) as said:
        assert client.get(path).status_code == 200
    own = [one["sql"] for one in said.captured_queries if "django_session" not in one["sql"]]
    assert len(own) <= 25, "\n".join(one[:160] for one in own)
