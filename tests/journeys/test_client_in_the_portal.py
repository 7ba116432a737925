"""A client at her own file: what she reads, who has looked, what she takes back, what she says."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache

from simpul.casework.queries.case_file import case_file
from tests.factories.casework import intake, make_world, plan_in_force
from tests.journeys.screens import PHONE, answer, keep, sees, window
from tests.web_portal.conftest import invited
from tests.web_portal.test_in_browser import come_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LETTER = "Bu, anak saya sudah mau sekolah lagi."
COMPLAINT = "Saya menunggu tiga minggu tanpa kabar."


def test_client_reads_takes_back_writes_and_complains(live_server: Any, browser: Any) -> None:
    cache.clear()
    world, base = make_world(), live_server.url
    case_id = intake(world)
    plan_in_force(world, case_id)
    case_file(world.worker, case_id)
    context = browser.new_context(**PHONE)
    page = context.new_page()
    come_in(page, base, invited(world))
    page.goto(f"{base}/portal/berkas/{case_id}/")
    sees(page, "Anak saya sekolah lagi.", world.worker_staff.full_name)
    assert world.client.full_name not in page.title()
    page.goto(f"{base}/portal/dibuka/")
    sees(page, world.worker_staff.full_name)
    with window(browser, base, world.worker_staff) as desk:
        desk.goto(f"{base}/kasus/{case_id}/")
        sees(desk, "persetujuan berlaku")
        page.goto(f"{base}/portal/pilihan/")
        with page.expect_navigation():
            page.locator("main a[href$='/cabut/']").first.click()
        if page.locator("main [name=reason]").count():
            answer(page, {"reason": "Saya tidak mau dibahas lagi."})
        keep(page, "main form button[type=submit]")
        desk.reload()
        sees(desk, "belum ada persetujuan")
        desk.goto(f"{base}/kasus/{case_id}/rencana/janji/")
        answer(desk, {"what": "Menelepon sekolah", "whose": "worker", "due_on": "2030-01-02"})
        with desk.expect_navigation():
            desk.locator("main form .form-end button.is-primary").click()
        assert desk.locator("main .error-summary").count() == 1, "no consent, no new work with the data"
        assert desk.locator("[name=what]").input_value() == "Menelepon sekolah"
        page.goto(f"{base}/portal/berkas/{case_id}/tulis/")
        answer(page, {"words": LETTER})
        keep(page, "main form button[type=submit]")
        page.goto(f"{base}/portal/berkas/{case_id}/keberatan/")
        answer(page, {"about": "waiting", "words": COMPLAINT})
        keep(page, "main form button[type=submit]")
        desk.goto(f"{base}/kasus/{case_id}/")
        sees(desk, LETTER)
    with window(browser, base, world.supervisor_staff) as desk:
        desk.goto(f"{base}/pengaduan/")
        with desk.expect_navigation():
            desk.locator("main table a[href*='/pengaduan/']").first.click()
        sees(desk, COMPLAINT)
        answer(desk, {"answer": "Maaf. Mulai minggu ini Bu Sri menghubungi Anda setiap Senin."})
        keep(desk)
    page.goto(f"{base}/portal/berkas/{case_id}/keberatan/")
    sees(page, "setiap Senin")
    context.close()
