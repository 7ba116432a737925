"""What every journey does in a browser: come in, press what a person would press, look."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client

from simpul.workforce.models import Account, Staff
from tests.factories.workforce import PASSWORD, login

PHONE = {"viewport": {"width": 390, "height": 844}, "locale": "id-ID", "has_touch": True}
DESK = {"viewport": {"width": 1280, "height": 850}, "locale": "id-ID"}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def settle(page: Any) -> None:
    """Wait until no colour is on its way to another: axe would judge a contrast that nobody meets.

    What moves without end (a bar of unknown length) is not waited for.
    """
    page.evaluate(
        "() => Promise.race(["
        " Promise.allSettled(document.getAnimations()"
        "  .filter(one => one.effect.getComputedTiming().endTime !== Infinity).map(one => one.finished)),"
        " new Promise(done => setTimeout(done, 2000))]).then(() => true)"
    )


def violations(page: Any) -> list[str]:
    """What axe finds against WCAG 2.2 AA: rule and place."""
    from axe_playwright_python.sync_playwright import Axe

    settle(page)
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in found]


def wider(page: Any) -> int:
    """How many pixels the page is wider than its screen."""
    return max(0, int(page.evaluate("document.documentElement.scrollWidth - innerWidth")))


def session_of(staff: Staff | Account) -> str:
    """The cookie of somebody who has come in already."""
    client = Client()
    login(client, staff)
    client.get("/profil/")
    return str(client.cookies["simpul_session"].value)


def log_in(page: Any, base: str, staff: Staff) -> None:
    """Come in by the front door, with mail and password."""
    cache.clear()
    page.goto(f"{base}/akun/masuk/")
    assert staff.account is not None
    page.fill("#id_login", staff.account.email)
    page.fill("#id_password", PASSWORD)
    page.click("form button.is-primary")
    page.wait_for_url(lambda url: "/masuk/" not in url)


def fall_asleep() -> None:
    """As if nobody had touched any screen for twenty minutes."""
    for row in Session.objects.all():
        store = row.get_session_store_class()(row.session_key)
        if "touched_at" in store:
            store["touched_at"] = time.time() - 1200
            store.save()


@contextmanager
def window(browser: Any, base: str, who: Staff | Account | None, **shape: Any) -> Iterator[Any]:
    """A window of its own in which somebody has come in already; complaints of the browser fail it."""
    context = browser.new_context(**{**DESK, **shape})
    context.set_default_timeout(15_000)
    said: list[str] = []
    if who is not None:
        context.add_cookies([{"name": "simpul_session", "value": session_of(who), "url": base}])
    page = context.new_page()
    listen(page, said)
    try:
        yield page
    except Exception:
        keep_picture(page)
        raise
    finally:
        context.close()
    assert said == []


def keep_picture(page: Any) -> None:
    """A picture of what went wrong, for whoever asked for it with SIMPUL_SHOTS=DIRECTORY."""
    if folder := os.environ.get("SIMPUL_SHOTS"):
        page.screenshot(path=f"{folder}/failed-{time.time():.0f}.png", full_page=True)


def listen(page: Any, said: list[str]) -> None:
    """Gather what the browser complains about, the strict policy too.

    Refused forms are no fault, nor is a question to the server that was given up because its page was left.
    """
    harmless = ("422", "404", "htmx:sendAbort", "htmx:afterRequest")

    def keep(message: Any) -> None:
        if message.type == "error" and not any(words in message.text for words in harmless):
            said.append(message.text)

    page.on("console", keep)
    page.on("pageerror", lambda error: said.append(str(error)))


def main_text(page: Any) -> str:
    """What the reader sees in the middle of the page."""
    return str(page.inner_text("main"))


def send(page: Any, label: str) -> None:
    """Press the button of this name in the middle of the page and wait for the next page."""
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name=label, exact=True).first.click()


def answer(page: Any, given: dict[str, str]) -> None:
    """Fill in the form in the middle of the page: each field by its name, the way its kind is filled."""
    for name, value in given.items():
        found = page.locator(f'main [name="{name}"]:not([type=hidden])')
        kind = found.first.evaluate("field => field.type")
        if kind == "radio":
            page.locator(f'main [name="{name}"][value="{value}"]').check()
        elif kind == "checkbox":
            found.first.set_checked(bool(value))
        elif kind.startswith("select"):
            found.first.select_option(value)
        else:
            found.first.fill(value)


def keep(page: Any, button: str = "main form .form-end button.is-primary") -> None:
    """Send the form in the middle of the page; a refusal is told with what the page says about it."""
    with page.expect_navigation():
        page.locator(button).last.click()
    refused = page.locator("main .error-summary")
    assert refused.count() == 0, refused.first.inner_text()


def follow(page: Any, ending: str) -> None:
    """Press the first link in the middle of the page whose address ends so; on a phone the menu of acts
    is opened for it first."""
    menu = page.locator(f"main .act-menu details:not([open]):has(a[href$='{ending}']) > summary:visible")
    if not page.locator(f"main a[href$='{ending}']:visible").count() and menu.count():
        menu.first.click()
    with page.expect_navigation():
        page.locator(f"main a[href$='{ending}']:visible").first.click()


def sees(page: Any, *words: str) -> None:
    """The reader sees these words, and nothing is cut off at the side."""
    text = " ".join(main_text(page).split()).casefold()
    for word in words:
        assert word.casefold() in text, f"{word!r} is not on {page.url}: {text[:1500]}"
    assert wider(page) == 0, f"{page.url} is wider than the screen"
