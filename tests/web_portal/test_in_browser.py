"""The portal in a real Chromium: accessible in both languages, without script, left without a way back."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache

from simpul.casework.commands.complain import complain
from simpul.casework.commands.offer_options import OptionGiven, offer_options
from simpul.casework.commands.write_from_portal import write_from_portal
from simpul.casework.commands.write_safety_plan import write_safety_plan
from simpul.kernel.clock import today
from simpul.registry.commands.break_glass import break_glass
from simpul.safeguards.models import Consent
from simpul.workforce.models import Account
from tests.factories.casework import World, intake, make_world, plan_in_force
from tests.factories.workforce import actor_of, make_staff
from tests.web_portal.conftest import PASSWORD, invited
from tests.web_ui.test_in_browser import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases="__all__")]
SHOTS = os.environ.get("SIMPUL_SHOTS", "")
SHAPES = [(320, "light", "id"), (390, "dark", "en"), (390, "light", "id"), (1280, "light", "id")]


def full_file(world: World) -> Any:
    """A file in which every part of the pages has something to show."""
    case_id = intake(world)
    plan_in_force(world, case_id)
    offer_options(
        world.worker,
        case_id,
        question="Di mana anak sekolah?",
        information="Ada dua sekolah dekat rumah; keduanya gratis.",
        options=[OptionGiven("Sekolah negeri", "Dekat", "Ramai", advised=True), OptionGiven("Sekolah rumah")],
    )
    write_safety_plan(
        world.worker, case_id, parts={"signs": "Suara motor", "places": "Rumah Bu RT"},
        review_on=today() + timedelta(days=14), client_words="Saya ingin aman.",
    )  # fmt: skip
    break_glass(actor_of(make_staff()), world.client.id, reason="Klien pingsan di terminal, keluarga dicari")
    write_from_portal(world.client_actor, case_id, words="Bu, anak saya sudah mau sekolah lagi.")
    return case_id


def come_in(page: Any, url: str, invitation: Any) -> None:
    """From the paper in the hand to one's own page."""
    page.goto(url + "/selamat-datang/")
    page.locator("a[href='/portal/mulai/']").click()
    page.locator("#id_name").fill(invitation.name.lower())
    page.locator("#id_code").fill(invitation.code)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("#id_again").fill(PASSWORD)
    page.locator("form.form button").click()
    page.wait_for_url(url + "/portal/")


def addresses(world: World, case_id: Any) -> list[str]:
    consent = Consent.objects.filter(subject_id=world.client.id).latest("stands_from")
    case = f"/portal/berkas/{case_id}/"
    parts = ["", "langkah/", "tulis/", "keberatan/"]
    rights = ["pilihan/", f"pilihan/{consent.id}/cabut/", "dibuka/", "salinan/", "saya/", "kertas/"]
    return ["/portal/", *(case + part for part in parts), *("/portal/" + right for right in rights)]


@pytest.mark.parametrize(("width", "scheme", "language"), SHAPES)
def test_pages_are_accessible_and_fit(
    live_server: Any, browser: Any, width: int, scheme: str, language: str
) -> None:
    cache.clear()
    world = make_world()
    case_id = full_file(world)
    context = browser.new_context(
        viewport={"width": width, "height": 850}, color_scheme=scheme, locale=language
    )
    page = context.new_page()
    invitation = invited(world, language=language)
    for path in ("/selamat-datang/", "/portal/masuk/", "/portal/mulai/"):
        page.goto(live_server.url + path)
        look_at(page, path, f"{width}-{scheme}-{language}")
    come_in(page, live_server.url, invitation)
    herself = actor_of(Account.objects.get(person_id=world.client.id))
    complain(herself, case_id, about="waiting", words="Saya menunggu tiga minggu.")
    for path in addresses(world, case_id):
        page.goto(live_server.url + path)
        look_at(page, path, f"{width}-{scheme}-{language}")
    context.close()


def look_at(page: Any, path: str, shape: str) -> None:
    if SHOTS:
        name = "_".join(part for part in path.strip("/").split("/") if len(part) < 30)
        page.screenshot(path=str(Path(SHOTS) / f"{name}-{shape}.png"), full_page=True)
    assert violations(page) == [], path
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


def test_whole_way_without_script(live_server: Any, browser: Any) -> None:
    cache.clear()
    world = make_world()
    case_id = intake(world)
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, java_script_enabled=False, locale="id"
    )
    page = context.new_page()
    come_in(page, live_server.url, invited(world))
    page.goto(f"{live_server.url}/portal/berkas/{case_id}/tulis/")
    page.locator("#id_words").fill("Bu, saya takut pulang.")
    page.locator("form.form button[type=submit]").click()
    assert page.get_by_text("Bu, saya takut pulang.").count() == 1
    page.goto(f"{live_server.url}/portal/pilihan/")
    page.locator("a[href$='/cabut/']").click()
    page.locator("form.form button[type=submit]").click()
    page.wait_for_url("**/portal/pilihan/")
    assert page.locator("a[href$='/cabut/']").count() == 0
    context.close()


def test_quick_exit_leads_away_and_back_leads_to_the_door(live_server: Any, browser_page: Any) -> None:
    cache.clear()
    world = make_world()
    intake(world)
    browser_page.route("https://www.bmkg.go.id/**", lambda route: route.fulfill(body="cuaca"))
    come_in(browser_page, live_server.url, invited(world))
    browser_page.goto(live_server.url + "/portal/dibuka/")
    for _ in range(3):
        browser_page.keyboard.press("Escape")
    browser_page.wait_for_url("https://www.bmkg.go.id/**")
    browser_page.go_back()
    browser_page.wait_for_load_state()
    browser_page.reload()
    assert world.worker_staff.full_name not in browser_page.content()
    browser_page.goto(live_server.url + "/portal/dibuka/")
    assert browser_page.url.endswith("/portal/masuk/")


def test_idle_page_logs_out_after_keeping_the_letter(live_server: Any, browser_page: Any) -> None:
    from simpul.worklist.models import Draft

    cache.clear()
    world = make_world()
    case_id = intake(world)
    come_in(browser_page, live_server.url, invited(world))
    browser_page.clock.install()
    browser_page.goto(f"{live_server.url}/portal/berkas/{case_id}/tulis/")
    browser_page.locator("#id_words").fill("Bu, saya takut pulang.")
    with browser_page.expect_response("**/portal/draf/"):  # minutes pass at once here, an answer does not
        browser_page.clock.run_for(3_000)
    browser_page.clock.run_for(14 * 60_000 - 3_000)
    assert browser_page.url.endswith("/tulis/")
    with browser_page.expect_navigation(url="**/portal/masuk/"):
        browser_page.clock.run_for(2 * 60_000)
    assert "takut" in Draft.objects.get().body
