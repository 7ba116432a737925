"""The frame in a real Chromium: accessible, never wider than the screen, and each script does its part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.journeys.screens import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases="__all__")]
FRAMES = [
    "/galeri/",
    "/galeri/?bingkai=publik",
    "/galeri/?bingkai=kecil",
    "/galeri/?bingkai=keliru",
    "/galeri/?bingkai=tulis",
    "/galeri/kunci/",
    "/luring/",
    "/tidak-ada/",
]
WRITING = "/galeri/?bingkai=tulis"


@pytest.fixture
def console(browser_page: Any) -> Iterator[list[str]]:
    """What the console complained about; the policy's violations are told there."""
    said: list[str] = []
    browser_page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    browser_page.on("pageerror", lambda error: said.append(str(error)))
    yield said
    assert [text for text in said if "404" not in text] == []


@pytest.mark.parametrize(
    "browser_page",
    [
        {"viewport": {"width": width, "height": 850}, "color_scheme": scheme, "locale": language}
        for width, scheme, language in (
            (320, "light", "id"),
            (390, "dark", "en"),
            (1280, "light", "en"),
            (1280, "dark", "id"),
        )
    ],
    indirect=True,
    ids=["320-light-id", "390-dark-en", "1280-light-en", "1280-dark-id"],
)
def test_frames_are_accessible_and_fit(live_server: Any, browser_page: Any, console: list[str]) -> None:
    for path in FRAMES:
        browser_page.goto(live_server.url + path)
        assert violations(browser_page) == [], path
        assert browser_page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


def test_accessibility_check_can_fail(live_server: Any, browser_page: Any) -> None:
    browser_page.goto(live_server.url + "/luring/")
    browser_page.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=/x.png><button></button>')"
    )
    assert {text.split(":")[0] for text in violations(browser_page)} >= {"image-alt", "button-name"}


def test_policy_stops_what_is_planted(live_server: Any, browser_page: Any) -> None:
    browser_page.goto(live_server.url + "/luring/")
    browser_page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.planted = 1';"
        " document.body.append(s); }"
    )
    assert browser_page.evaluate("window.planted") is None


def test_first_tab_leads_to_the_content(live_server: Any, browser_page: Any, console: list[str]) -> None:
    browser_page.goto(live_server.url + "/galeri/")
    browser_page.keyboard.press("Tab")
    assert browser_page.evaluate("document.activeElement.className") == "skip"
    browser_page.keyboard.press("Enter")
    assert browser_page.evaluate("document.activeElement.id") == "main"


def test_menu_opens_by_key_and_closes_by_escape(
    live_server: Any, browser_page: Any, console: list[str]
) -> None:
    browser_page.goto(live_server.url + "/galeri/")
    summary = browser_page.locator("header .menu summary")
    summary.focus()
    browser_page.keyboard.press("Enter")
    assert browser_page.locator("header .menu").evaluate("e => e.open")
    browser_page.keyboard.press("Escape")
    assert not browser_page.locator("header .menu").evaluate("e => e.open")
    assert summary.evaluate("e => e === document.activeElement")


def test_faults_take_the_focus(live_server: Any, browser_page: Any, console: list[str]) -> None:
    browser_page.goto(live_server.url + "/galeri/?bingkai=keliru")
    assert "error-summary" in browser_page.evaluate("document.activeElement.className")


def test_draft_is_kept_after_typing_stops(live_server: Any, browser_page: Any, console: list[str]) -> None:
    browser_page.goto(live_server.url + WRITING)
    with browser_page.expect_request("**/galeri/draf/") as sent:
        browser_page.locator("#id_note").press_sequentially("Nenek bersedia.")
    body = sent.value.post_data
    assert "Nenek+bersedia." in body and "draft_key=%2Fgaleri%2F" in body
    browser_page.locator("[data-draft-state]:not(:empty)").wait_for()
    assert sent.value.url.endswith("/galeri/draf/"), "no text in the address"


def test_lost_line_is_said_and_text_stays(live_server: Any, browser_page: Any) -> None:
    browser_page.route("**/galeri/draf/", lambda route: route.abort())
    browser_page.goto(live_server.url + WRITING)
    browser_page.locator("#id_note").press_sequentially("Nenek bersedia.")
    browser_page.locator("[data-draft-state]:not(:empty)").wait_for()
    assert browser_page.locator("#id_note").input_value() == "Nenek bersedia."


def test_idle_screen_locks_after_keeping_the_text(live_server: Any, browser_page: Any) -> None:
    kept: list[str] = []
    browser_page.on("request", lambda r: kept.append(r.post_data) if r.url.endswith("/draf/") else None)
    browser_page.clock.install()
    browser_page.goto(live_server.url + WRITING)
    browser_page.locator("#id_note").fill("Nenek bersedia.")
    browser_page.clock.run_for(14 * 60_000)
    assert browser_page.url.endswith(WRITING)
    with browser_page.expect_navigation(url="**/galeri/kunci/"):
        browser_page.clock.run_for(2 * 60_000)
    assert any("Nenek" in (body or "") for body in kept)
    assert browser_page.locator("input[type=password]").count() == 1


def test_letters_left_are_counted(live_server: Any, browser_page: Any, console: list[str]) -> None:
    browser_page.goto(live_server.url + WRITING)
    browser_page.locator("#id_note").fill("a" * 190)
    counter = browser_page.locator("#id_note_count")
    assert "10" in counter.text_content() and "is-near" in counter.get_attribute("class")


def test_choices_come_while_typing(live_server: Any, browser_page: Any, console: list[str]) -> None:
    browser_page.goto(live_server.url + WRITING)
    field = browser_page.get_by_role("combobox", name="Desa").or_(
        browser_page.get_by_role("combobox", name="Village")
    )
    with browser_page.expect_request("**/galeri/pilihan/") as asked:
        field.press_sequentially("karang")
    assert asked.value.method == "POST"
    browser_page.get_by_role("option").first.wait_for()
    assert browser_page.get_by_role("option").count() == 2
    field.press("ArrowDown")
    field.press("ArrowDown")
    field.press("Enter")
    assert field.input_value() == "Karanganyar"
    assert browser_page.locator("#id_village_code").input_value() == "2"


def test_rows_are_added_and_removed(live_server: Any, browser_page: Any, console: list[str]) -> None:
    browser_page.goto(live_server.url + WRITING)
    browser_page.locator("[data-repeat-add]").click()
    assert browser_page.locator("[data-row]:visible").count() == 2
    assert browser_page.evaluate("document.activeElement.name") == "helper-1"
    browser_page.locator("[data-row] [data-repeat-remove]").first.click()
    assert browser_page.locator("[data-row]:visible").count() == 1


def test_leaving_with_loose_text_is_asked(live_server: Any, browser_page: Any) -> None:
    asked: list[str] = []
    browser_page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    browser_page.route("**/galeri/draf/", lambda route: route.abort())
    browser_page.goto(live_server.url + WRITING)
    browser_page.locator("#id_note").press_sequentially("Nenek")
    browser_page.evaluate("location.href = '/luring/'")
    browser_page.wait_for_timeout(500)
    assert asked == ["beforeunload"]


def test_quick_exit_leaves_no_way_back(live_server: Any, browser_page: Any) -> None:
    browser_page.route("https://www.bmkg.go.id/**", lambda route: route.fulfill(body="cuaca"))
    browser_page.goto(live_server.url + "/luring/")
    browser_page.goto(live_server.url + "/galeri/?bingkai=publik")
    for _ in range(3):
        browser_page.keyboard.press("Escape")
    browser_page.wait_for_url("https://www.bmkg.go.id/**")
    browser_page.go_back()
    assert "galeri" not in browser_page.url


def test_phone_opens_the_whole_menu_without_script(live_server: Any, browser: Any) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + "/galeri/")
    assert not page.locator("#menu").is_visible()
    page.locator(".thumbs .thumb").last.click()
    assert page.locator("#menu").is_visible()
    page.locator("#menu .side-close a").click()
    assert not page.locator("#menu").is_visible()
    context.close()


def test_page_can_be_installed_and_says_when_offline(live_server: Any, browser: Any) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(live_server.url + "/galeri/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    session = context.new_cdp_session(page)
    # A fresh window counts as private to Chromium; nothing else may stand in the way.
    errors = {
        error["errorId"] for error in session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    }
    assert errors <= {"in-incognito"}
    assert page.evaluate("navigator.serviceWorker.controller !== null")
    context.set_offline(True)
    page.goto(live_server.url + "/kasus/1/")
    assert page.locator("h1").count() == 1 and "/kasus/" in page.url
    kept = page.evaluate(
        "caches.keys()"
        ".then(names => Promise.all(names.map(name => caches.open(name).then(kept => kept.keys()))))"
        ".then(lists => lists.flat().map(request => new URL(request.url).pathname))"
    )
    assert kept and all(name.startswith("/static/") or name == "/luring/" for name in kept)
    context.close()
