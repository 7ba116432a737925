"""The worker's page: name and code are shown once, the way in is closed at once."""

from __future__ import annotations

import html

import pytest
from django.test import Client

from simpul.registry.models import PortalDoor
from simpul.safeguards.models import IdempotencyKey
from simpul.workforce.models import Account
from tests.factories.casework import World, intake, make_world
from tests.factories.workforce import login

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(world: World) -> str:
    intake(world)
    Account.objects.filter(person_id=world.client.id).delete()
    return f"/orang/{world.client.id}/portal/"


def test_worker_invites_and_the_code_is_shown_once(client: Client, world: World, page: str) -> None:
    login(client, world.worker_staff)
    assert client.get(page).status_code == 200
    answer = client.post(page, {"agreed": "on", "handed_over": "neutral", "language": "id"})
    shown = html.unescape(answer.content.decode())
    assert answer.status_code == 200 and "/portal/mulai/" in shown
    assert world.office.name not in shown.split("<main", 1)[1], "the paper is neutral"
    assert world.client.full_name not in shown
    code = shown.split("Kode sekali pakai</dt>")[1].split("</dd>")[0].rsplit(">", 1)[1]
    assert len(code) == 19
    assert code not in client.get(page).content.decode()
    assert not [row for row in IdempotencyKey.objects.all() if code in row.answer]


def test_paper_names_the_office_only_if_she_wishes(client: Client, world: World, page: str) -> None:
    login(client, world.worker_staff)
    answer = client.post(page, {"agreed": "on", "handed_over": "named", "language": "id"})
    assert world.office.name in answer.content.decode().split("<main", 1)[1]


def test_unasked_client_is_not_invited_and_answers_stay(client: Client, world: World, page: str) -> None:
    login(client, world.worker_staff)
    answer = client.post(page, {"handed_over": "named", "language": "en"})
    assert answer.status_code == 422 and not PortalDoor.objects.exists()
    assert 'value="named"' in answer.content.decode()


def test_worker_closes_the_way_in(client: Client, world: World, page: str) -> None:
    login(client, world.worker_staff)
    client.post(page, {"agreed": "on", "handed_over": "spoken", "language": "id"})
    assert client.post(page + "tutup/").status_code == 302
    assert PortalDoor.objects.get().shut_at
    assert not Account.objects.get(person_id=world.client.id).is_active


def test_stranger_finds_nothing(client: Client, world: World, page: str) -> None:
    login(client, make_world().worker_staff)
    facts = {"agreed": "on", "handed_over": "spoken", "language": "id"}
    assert client.get(page).status_code == 404
    assert client.post(page, facts).status_code == 404
    assert client.post(page + "tutup/").status_code == 404
    assert not PortalDoor.objects.exists()


@pytest.mark.parametrize("language", ["id", "en"])
def test_front_door_offers_three_ways(client: Client, language: str) -> None:
    assert client.get("/").headers["Location"] == "/selamat-datang/"
    page = client.get("/selamat-datang/", headers={"accept-language": language}).content.decode()
    for way in ("/portal/masuk/", "/akun/masuk/", "/periksa/"):
        assert way in page
