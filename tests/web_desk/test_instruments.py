"""The list of forms and the try-out: for staff only, and a try-out stores nothing."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from simpul.instruments.loader import load_starters
from tests.factories.workforce import login, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def versions() -> dict[str, object]:
    return dict(load_starters())


def test_staff_sees_the_forms_in_both_languages(client: Client, versions: dict[str, object]) -> None:
    login(client, make_staff())
    assert "Kunjungan rumah" in client.get(reverse("desk_instruments")).content.decode()
    english = client.get(reverse("desk_instruments"), headers={"accept-language": "en"}).content.decode()
    assert "Kunjungan rumah" in english or "Home visit" in english


def test_stranger_is_sent_to_the_login(client: Client, versions: dict[str, object]) -> None:
    for address in (reverse("desk_instruments"), reverse("try_instrument", args=[versions["intake"]])):
        assert client.get(address).status_code == 302


def test_unknown_form_does_not_exist(client: Client) -> None:
    login(client, make_staff())
    assert (
        client.get(reverse("try_instrument", args=["00000000-0000-7000-8000-000000000000"])).status_code
        == 404
    )


def test_try_out_asks_tells_and_stores_nothing(client: Client, versions: dict[str, object]) -> None:
    login(client, make_staff())
    address = reverse("try_instrument", args=[versions["home_visit"]])
    assert client.get(address).status_code == 200
    asked = client.post(address, {"do": "next"})
    assert asked.status_code == 422
    assert "Mohon diisi sebelum melanjutkan." in asked.content.decode()
    typed = client.post(address, {"do": "refresh", "page": "visit", "a.visit.met": "no"})
    assert "Mengapa belum bertemu?" in typed.content.decode()


def test_finished_try_out_shows_the_answers(client: Client, versions: dict[str, object]) -> None:
    import json

    login(client, make_staff())
    rest = {
        "visit": {"visit_on": "2026-01-05", "purposes": ["assess"], "agreed": "yes", "met": "no",
                  "not_met_why": "away", "not_met_next": "Datang lagi hari Senin."},
        "strengths": {"strength_kinds": ["will"], "strength_words": "Ingin tetap bekerja di sawah."},
    }  # fmt: skip
    address = reverse("try_instrument", args=[versions["home_visit"]])
    shown = client.post(address, {"do": "save", "rest": json.dumps(rest)})
    assert shown.status_code == 200
    assert "Ingin tetap bekerja di sawah." in shown.content.decode()
    assert 'name="do"' not in shown.content.decode()
