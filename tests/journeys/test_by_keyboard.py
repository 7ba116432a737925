"""From the login to a saved note without ever touching the mouse: every stop is reached and seen."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache

from simpul.casework.models import Contact
from tests.factories.casework import intake, make_world
from tests.factories.workforce import PASSWORD
from tests.journeys.screens import DESK, sees

pytestmark = [pytest.mark.browser, pytest.mark.once, pytest.mark.django_db(transaction=True)]
NOTE = "Saya mulai berani bicara dengan ibu."
SEEN = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return 'nothing';
  const look = getComputedStyle(at), frame = at.getBoundingClientRect();
  const ring = (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 1)
    || look.boxShadow !== 'none';
  const whole = frame.width > 0 && frame.bottom > 0 && frame.top < innerHeight;
  return ring && whole ? '' : `${at.tagName} ${at.name || at.textContent.trim()} ring=${ring} seen=${whole}`;
}"""


def tab_to(page: Any, wanted: str, most: int = 90) -> None:
    """Press Tab until this is reached; whatever is passed on the way must be seen to have the focus."""
    for _stop in range(most):
        page.keyboard.press("Tab")
        hidden = page.evaluate(SEEN)
        assert hidden in {"", "nothing"}, f"the focus is not seen: {hidden} on {page.url}"
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"{wanted} is not reached by Tab on {page.url}")


def enter(page: Any) -> None:
    """Press Enter and wait for the next page."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_from_login_to_saved_note(live_server: Any, browser: Any) -> None:
    cache.clear()
    world = make_world()
    case_id = intake(world)
    context = browser.new_context(**DESK)
    page = context.new_page()
    page.goto(f"{live_server.url}/akun/masuk/")
    tab_to(page, "#id_login") if page.evaluate("document.activeElement.id") != "id_login" else None
    page.keyboard.type(world.worker_staff.account.email)  # type: ignore[union-attr]
    tab_to(page, "#id_password")
    page.keyboard.type(PASSWORD)
    enter(page)
    tab_to(page, f"main a[href$='/kasus/{case_id}/']")
    enter(page)
    jumps = "[...document.querySelectorAll('[tabindex]')].filter(one => one.tabIndex > 0).length"
    assert page.evaluate(jumps) == 0, "nobody jumps the order of the page"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip", "the first stop skips the menus"
    page.keyboard.press("Enter")
    tab_to(page, f"main a[href$='/kasus/{case_id}/kontak/']")
    enter(page)
    tab_to(page, "[name=channel]")
    page.keyboard.type("Kunjungan rumah")
    tab_to(page, "[name=client_words]")
    page.keyboard.type(NOTE)
    tab_to(page, "[name=role]")
    page.keyboard.press("ArrowDown")
    tab_to(page, "main form .form-end button.is-primary")
    enter(page)
    sees(page, NOTE)
    assert Contact.objects.get().client_words == NOTE
    context.close()


def test_planted_hidden_focus_is_noticed(live_server: Any, browser_page: Any) -> None:
    browser_page.goto(f"{live_server.url}/akun/masuk/")
    browser_page.evaluate(
        "const sheet = new CSSStyleSheet(); sheet.replaceSync('*, *:focus-visible { outline: none !important;"
        " box-shadow: none !important }'); document.adoptedStyleSheets = [sheet]"
    )
    with pytest.raises(AssertionError, match="focus is not seen"):
        tab_to(browser_page, "#id_password")
