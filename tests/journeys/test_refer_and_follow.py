"""Referred on a phone: consent, letter, the agency's answers, a missed visit, another way, her view."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone

from simpul.kernel.clock import now
from simpul.referral.models import Barrier, Referral
from simpul.registry.commands.withdraw_consent import withdraw_consent
from simpul.safeguards.models import Consent
from tests.factories.referral import PASSWORD, House, make_house
from tests.journeys.screens import PHONE, answer, follow, keep, listen, sees, violations, window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases="__all__")]
SOON = (timezone.localtime(now()) + timedelta(days=2)).strftime("%Y-%m-%dT09:00")


def write_and_send(desk: Any, house: House, begin: str) -> tuple[str, str, str]:
    """From the draft to the letter's address, number and code."""
    desk.goto(begin)
    answer(desk, {"need": "pengobatan umum"})
    with desk.expect_navigation():
        desk.get_by_role("button", name="Cari bantuan").click()
    desk.locator(f"main [name=service_id][value='{house.service_id}']").check()
    answer(desk, {"asked": "Pemeriksaan gula darah.", "urgency": "normal"})
    desk.locator("main [name=wanted][value=health]").check()
    desk.locator("main summary", has_text="Dengan kata Anda").click()
    answer(desk, {"told_health": "Sering pusing sejak Mei."})
    keep(desk)
    if not desk.get_by_role("button", name="Kirim", exact=True).count():
        sees(desk, "Belum ada yang diizinkan")
        follow(desk, "/persetujuan/")
        answer(desk, {"item_identity": "yes", "item_health": "yes", "given_how": "signed"})
        keep(desk)
        follow(desk, "/kirim/")
    sees(desk, "Sering pusing sejak Mei.", "Yang diizinkan klien", "Puskesmas Contoh")
    assert violations(desk) == []
    with desk.expect_navigation():
        desk.get_by_role("button", name="Kirim", exact=True).click()
    sees(desk, "Untuk diserahkan kepada lembaga")
    address, number, code = desk.locator("main dd.code").all_inner_texts()
    return address, number, code


def open_letter(page: Any, base: str, letter: tuple[str, str, str], name: str) -> None:
    address, _number, code = letter
    page.goto(base + address[address.index("/mitra/") :])
    assert violations(page) == [] and name not in page.content()
    page.fill("[name=code]", code.lower())
    page.fill("[name=officer]", "Ns. Rina, perawat")
    page.fill("[name=password]", PASSWORD)
    with page.expect_navigation():
        page.get_by_role("button", name="Buka").click()


def reply(page: Any, word: str, given: dict[str, str]) -> None:
    """One answer on the agency's one screen."""
    form = page.locator(f"main form[action$='/{word}/']")
    if not form.is_visible():
        page.locator(f"main details:has(form[action$='/{word}/']) > summary").click()
    for name, value in given.items():
        field = form.locator(f"[name={name}]")
        if field.first.get_attribute("type") == "radio":
            form.locator(f"[name={name}][value={value}]").check()
        else:
            field.fill(value)
    with page.expect_navigation():
        form.locator("button.is-primary").click()
    assert page.locator("main .error-summary").count() == 0


def test_referral_goes_round_until_the_client_says_so(live_server: Any, browser: Any) -> None:
    cache.clear()
    house, base, said = make_house(), live_server.url, []
    context = browser.new_context(**PHONE)
    context.set_default_timeout(15_000)
    agency = context.new_page()
    listen(agency, said)
    name = house.world.client.full_name
    with window(browser, base, house.world.worker_staff, **PHONE) as desk:
        desk.goto(f"{base}/kasus/{house.case_id}/")
        follow(desk, f"/kasus/{house.case_id}/rujukan/")
        follow(desk, "/rujukan/baru/")
        letter = write_and_send(desk, house, desk.url)
        open_letter(agency, base, letter, name)
        sees(agency, "Pemeriksaan gula darah.", "Sering pusing sejak Mei.", name)
        assert name not in agency.title() + agency.url and violations(agency) == []
        reply(agency, "terima", {})
        reply(agency, "jadwal", {"appointment_at": SOON, "note": "Loket 2"})
        first = Referral.objects.get()
        desk.goto(f"{base}/rujukan/{first.id}/")
        sees(desk, "Ns. Rina, perawat", "Loket 2", "Tanggal disepakati")
        assert violations(desk) == []
        follow(desk, "/kehadiran/")
        answer(desk, {"attended": "no", "kind": "distance", "tried": "Dicarikan ojek."})
        keep(desk)
        sees(desk, "Jarak dan perjalanan", "Dicarikan ojek.")
        consent = Consent.objects.get(purpose="sharing")
        withdraw_consent(house.world.client_actor, house.world.client.id, consent_id=consent.id)
        agency.goto(f"{base}/mitra/rujukan/{first.id}/")
        sees(agency, "tidak dapat dibaca lagi")
        assert "pusing" not in agency.content() and name not in agency.content()
        desk.reload()
        letter = write_and_send(
            desk, house, f"{base}/kasus/{house.case_id}/rujukan/baru/?lanjutan={first.id}"
        )
        again = Referral.objects.get(follows=first)
        open_letter(agency, base, letter, name)
        reply(agency, "terima", {})
        reply(agency, "hasil", {"outcome": "served", "words": "Obat untuk sebulan."})
        sees(agency, "Tidak ada lagi yang dapat dibaca")
        assert "pusing" not in agency.content()
        desk.goto(f"{base}/rujukan/{again.id}/")
        sees(desk, "Obat untuk sebulan.")
        follow(desk, "/tutup/")
        answer(desk, {"client_view": "helped", "client_words": "Sudah tidak pusing."})
        keep(desk)
        sees(desk, "Sudah tidak pusing.", "Membantu")
        desk.goto(f"{base}/kasus/{house.case_id}/")
        follow(desk, "/hambatan/")
        with desk.expect_navigation():
            desk.locator("main button[name=kind][value=hours]").click()
        sees(desk, "Jam buka")
    assert Barrier.objects.filter(case_id=house.case_id).count() == 2
    context.close()
    assert [words for words in said if "403" not in words] == []
