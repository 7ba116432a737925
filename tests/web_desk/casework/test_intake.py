"""An intake as staff take it: two screens, also without JavaScript."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from simpul.casework.models import Case
from simpul.registry.models import Person
from simpul.web.desk.casework import intake
from tests.factories.casework import CALM, make_world
from tests.factories.registry import make_person
from tests.factories.workforce import login, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

NIK = "3573014509750003"
SAFE = {f"screen_{code}": answer for code, answer in CALM.items()}
TOLD = {
    **SAFE, "presenting_words": "Anak saya belum makan sejak kemarin.", "channel": "walk_in",
    "source": "client", "setting": "family_child", "mine": "on",
}  # fmt: skip


def send(client: Client, do: str, **answers: Any) -> Any:
    return client.post("/kasus/baru/", {"do": do, **answers})


def hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found
    return found[1]


@pytest.mark.parametrize(("language", "words"), [("id", "Keselamatan"), ("en", "Safety")])
def test_safety_is_asked_first_in_both_languages(client: Client, language: str, words: str) -> None:
    login(client, make_world().worker_staff)
    client.cookies["simpul_language"] = language
    html = client.get("/kasus/baru/").content.decode()
    assert words in html and 'name="screen_danger_now"' in html and 'name="full_name"' not in html


def test_two_screens_without_script_open_a_case_for_a_new_person(client: Client) -> None:
    world = make_world()
    login(client, world.worker_staff)
    second = send(client, "next", **SAFE, screen_words="Telepon pagi saja").content.decode()
    assert 'name="full_name"' in second and 'value="Telepon pagi saja"' in second
    looked = send(client, "search", **TOLD, full_name="Ratna Kusumawardani").content.decode()
    assert 'value="Ratna Kusumawardani"' in looked and "Anak saya belum makan" in looked
    done = send(client, "save", **TOLD, full_name="Ratna Kusumawardani", who="new", idempotency_key="k1")
    case = Case.objects.get()
    assert done.status_code == 302 and done["Location"] == f"/kasus/{case.id}/"
    assert case.client and case.client.full_name == "Ratna Kusumawardani"
    send(client, "save", **TOLD, full_name="Ratna Kusumawardani", who="new", idempotency_key="k1")
    assert Case.objects.count() == 1
    assert world.worker_staff.full_name in client.get(f"/kasus/{case.id}/").content.decode()


def test_known_person_is_found_and_chosen(client: Client) -> None:
    world = make_world()
    login(client, world.worker_staff)
    html = send(client, "search", **TOLD, full_name="sulastri").content.decode()
    assert f'value="{world.client.id}"' in html
    send(client, "save", **TOLD, full_name="sulastri", who=str(world.client.id))
    assert Case.objects.get().client_id == world.client.id


def test_double_must_be_seen_and_explained_before_a_second_file_is_made(client: Client) -> None:
    world = make_world(nik=NIK)
    login(client, world.worker_staff)
    facts = {**TOLD, "full_name": "Soelastri Handayani", "nik": NIK, "who": "new"}
    refused = send(client, "save", **facts)
    html = refused.content.decode()
    assert refused.status_code == 422 and 'name="distinct_reason"' in html
    assert "Anak saya belum makan" in html and Person.objects.count() == 1 and not Case.objects.exists()
    seen = {name: hidden(html, name) for name in ("seen_candidates", "looked")}
    assert send(client, "save", **facts, **seen).status_code == 422
    done = send(client, "save", **facts, **seen, distinct_reason="Saudara sepupu, kartu tertukar.")
    assert done.status_code == 302
    assert Person.objects.count() == 2 and world.client.id != Case.objects.get().client_id


def test_alike_person_is_shown_once_before_a_new_file(client: Client) -> None:
    world = make_world()
    login(client, world.worker_staff)
    facts = {**TOLD, "full_name": "Sulastri Handayani", "birth": "5-9-1975", "sex": "f", "who": "new"}
    html = send(client, "save", **facts).content.decode()
    assert str(world.client.id) in html and not Case.objects.exists()
    assert send(client, "save", **facts, looked=hidden(html, "looked")).status_code == 302


def test_planted_search_that_finds_nobody_lets_a_double_in(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    login(client, make_world().worker_staff)
    monkeypatch.setattr(intake, "_looked_first", lambda _actor, _form: True)
    send(client, "save", **TOLD, full_name="Sulastri Handayani", birth="5-9-1975", sex="f", who="new")
    assert Person.objects.count() == 2


def test_immediate_danger_says_at_once_what_to_do(client: Client) -> None:
    login(client, make_world().worker_staff)
    html = send(client, "next", **{**SAFE, "screen_danger_now": "yes"}).content.decode()
    assert 'href="tel:112"' in html and 'href="tel:129"' in html
    assert 'href="tel:112"' not in send(client, "next", **SAFE).content.decode()


def test_unknown_identity_with_a_reason_never_blocks(client: Client) -> None:
    login(client, make_world().worker_staff)
    assert send(client, "save", **TOLD, who="unknown").status_code == 422
    done = send(
        client, "save", **TOLD, who="unknown", unknown_because="no_papers", unknown_note="Jaket merah"
    )
    assert done.status_code == 302
    assert Case.objects.get().unknown_because == "no_papers"


def test_unanswered_question_keeps_everything_and_stays_on_the_first_screen(client: Client) -> None:
    login(client, make_world().worker_staff)
    answers = {name: answer for name, answer in SAFE.items() if name != "screen_weapon"}
    page = send(client, "next", **answers, screen_words="Tetangga tahu")
    html = page.content.decode()
    assert page.status_code == 422 and "Tetangga tahu" in html
    assert html.count("checked") == len(SAFE) - 1
    assert 'id="id_presenting_words"' not in html


def test_front_desk_opens_a_case_that_the_unit_assigns(client: Client) -> None:
    world = make_world()
    login(client, make_staff(office=world.office, unit=world.unit, role="front_desk", scope="office"))
    facts = {name: answer for name, answer in TOLD.items() if name != "mine"}
    done = send(client, "save", **facts, full_name="Ratna Kusumawardani", who="new")
    assert done.status_code == 302 and done["Location"] == "/"
    assert not Case.objects.get().assignments.exists()


def test_who_may_take_no_intake_finds_no_page(client: Client) -> None:
    login(client, make_staff(role="auditor", scope="office"))
    assert client.get("/kasus/baru/").status_code == 404
    assert send(client, "save", **TOLD, who="new", full_name="X").status_code == 404


def test_sealed_person_can_neither_be_found_nor_chosen(client: Client) -> None:
    hidden = make_person("Ratna Kusumawardani", protection_team=(make_staff().id,))
    login(client, make_world().worker_staff)
    assert str(hidden.id) not in send(client, "search", **TOLD, full_name="Ratna").content.decode()
    assert send(client, "save", **TOLD, who=str(hidden.id)).status_code == 422


@pytest.mark.parametrize(
    "answers", [{"who": "'--"}, {"birth": "9" * 39}, {"nik": "123"}, {"channel": "zz"}, {"full_name": "\x00"}]
)
def test_nonsense_is_told_and_loses_nothing(client: Client, answers: dict[str, str]) -> None:
    login(client, make_world().worker_staff)
    page = send(client, "save", **{**TOLD, "who": "new", "full_name": "Ratna", **answers})
    assert page.status_code == 422 and "Anak saya belum makan" in page.content.decode()
