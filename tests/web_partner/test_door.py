"""The agency's door: neutral, slow for whoever tries, open for one referral, shut after a while."""

from __future__ import annotations

import time

import pytest
from django.core.cache import cache
from django.test import Client

from simpul.referral.commands.recall_referral import recall_referral
from simpul.referral.doors import LetterKey
from simpul.referral.models import Referral
from tests.factories.referral import PASSWORD, House, make_house, referral_now, sent
from tests.factories.workforce import login

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def house() -> House:
    cache.clear()
    return make_house()


def come_in(browser: Client, key: LetterKey, code: str = "") -> int:
    answers = {
        "number": key.number,
        "code": code or key.code,
        "officer": "Rina, perawat",
        "password": PASSWORD,
    }
    return browser.post("/mitra/buka/", answers).status_code


def test_code_opens_the_screen_of_one_referral(house: House) -> None:
    key, other = sent(house), sent(house)
    browser, page = Client(), f"/mitra/rujukan/{key.referral_id}/"
    assert browser.get(page).status_code == 302
    assert come_in(browser, key) == 302
    shown = browser.get(page).content.decode()
    assert "Sering pusing" in shown and "Suami pergi" not in shown
    assert house.world.client.full_name not in shown.partition("</title>")[0]
    assert browser.get(f"/mitra/rujukan/{other.referral_id}/").headers["Location"] == "/mitra/"
    assert browser.get(f"/rujukan/{key.referral_id}/").status_code == 302
    assert key.number not in browser.get("/mitra/").content.decode()


def test_answer_is_taken_once_and_a_fault_keeps_what_was_typed(house: House) -> None:
    key, browser = sent(house), Client()
    come_in(browser, key)
    page = f"/mitra/rujukan/{key.referral_id}/"
    refused = browser.post(f"{page}tolak/", {"reason": "area", "rule": "", "words": "Coba kecamatan"})
    assert refused.status_code == 422 and "Coba kecamatan" in refused.content.decode()
    assert browser.post(f"{page}terima/", {"words": ""}).status_code == 302
    assert referral_now(key.referral_id).state == "accepted"
    assert browser.post(f"{page}terima/", {"words": ""}).status_code == 422
    assert browser.post(f"{page}bakar/", {}).status_code == 404


def test_known_and_unknown_number_get_the_same_page(house: House) -> None:
    key = sent(house)
    pages = []
    for number in (key.number, "ZZZZZ-ZZZZZ"):
        answers = {"number": number, "code": "0" * 16, "officer": "X", "password": PASSWORD}
        told = Client().post("/mitra/buka/", answers)
        pages.append((told.status_code, told.content.decode().replace(number, "")))
    assert pages[0][0] == pages[1][0] == 422
    assert abs(len(pages[0][1]) - len(pages[1][1])) <= 16


def test_whoever_tries_codes_is_slowed_down(house: House) -> None:
    key = sent(house)
    browser = Client()
    for _try in range(5):
        come_in(browser, key, code="1" * 16)
    assert come_in(browser, key) == 422, "the sixth try for one letter waits, even with the right code"
    assert Referral.objects.get(pk=key.referral_id).state == "sent"


def test_recall_and_a_quiet_hour_end_the_session(house: House) -> None:
    key, browser = sent(house), Client()
    come_in(browser, key)
    page = f"/mitra/rujukan/{key.referral_id}/"
    session = browser.session
    session["partner_touched"] = time.time() - 3 * 3600
    session.save()
    assert browser.get(page).status_code == 302
    assert browser.post("/mitra/", {"number": key.number, "password": PASSWORD}).status_code == 302
    assert browser.get(page).status_code == 200
    recall_referral(house.worker, key.referral_id, reason="client")
    assert browser.get(page).headers["Location"] == "/mitra/"
    assert browser.post(f"{page}terima/", {"words": ""}).status_code == 302
    assert referral_now(key.referral_id).state == "recalled"


def test_leaving_leaves_nothing(house: House) -> None:
    key, browser = sent(house), Client()
    come_in(browser, key)
    browser.post("/mitra/keluar/")
    assert browser.get(f"/mitra/rujukan/{key.referral_id}/").status_code == 302


def test_pages_of_the_desk_open_and_tell_an_agency_by_its_hand_nothing(house: House) -> None:
    key, browser = sent(house), Client()
    login(browser, house.world.worker_staff)
    one, case = f"/rujukan/{key.referral_id}/", f"/kasus/{house.case_id}/"
    pages = ["/rujukan/", "/rujukan/?yang=late", one, f"{one}persetujuan/", f"{one}kode-baru/"]
    pages += [f"{case}rujukan/", f"{case}rujukan/baru/?lanjutan={key.referral_id}", f"{case}hambatan/"]
    for path in pages:
        assert browser.get(path).status_code == 200, path
    assert key.code not in browser.get(f"/rujukan/{key.referral_id}/").content.decode()
