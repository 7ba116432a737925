"""A worker tries out the safety form on a phone: with and without JavaScript, and for screen readers."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from simpul.instruments.loader import load_starters
from tests.factories.workforce import login, make_staff
from tests.journeys.screens import violations

pytestmark = [pytest.mark.browser, pytest.mark.once, pytest.mark.django_db(transaction=True)]
PHONE = {"viewport": {"width": 390, "height": 844}, "locale": "id-ID"}
WARNING = "Bahaya langsung: hubungi 112"


def open_form(page: Any, live_server: Any) -> None:
    """Log a worker in and open the try-out of the safety form."""
    version_id = load_starters()["safety"]
    client = Client()
    login(client, make_staff())
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    page.goto(live_server.url + reverse("try_instrument", args=[version_id]))


@pytest.mark.parametrize("browser_page", [PHONE], indirect=True)
def test_questions_follow_the_answers_at_once(browser_page: Any, live_server: Any) -> None:
    open_form(browser_page, live_server)
    browser_page.fill('textarea[name="a.now.fear_words"]', "Katanya mau datang malam ini.")
    browser_page.check('input[name="a.now.immediate_danger"][value="yes"]')
    browser_page.get_by_text(WARNING).wait_for(timeout=15_000)
    assert browser_page.input_value('textarea[name="a.now.fear_words"]') == "Katanya mau datang malam ini."


@pytest.mark.parametrize("browser_page", [{**PHONE, "java_script_enabled": False}], indirect=True)
def test_questions_follow_the_answers_without_javascript(browser_page: Any, live_server: Any) -> None:
    open_form(browser_page, live_server)
    browser_page.check('input[name="a.now.immediate_danger"][value="yes"]')
    assert browser_page.get_by_text(WARNING).count() == 0
    browser_page.click('.instrument-end button[value="refresh"]')
    browser_page.get_by_text(WARNING).wait_for(timeout=15_000)


@pytest.mark.parametrize("browser_page", [PHONE, {**PHONE, "color_scheme": "dark"}], indirect=True)
def test_faults_are_told_and_nothing_bars_the_way(browser_page: Any, live_server: Any) -> None:
    open_form(browser_page, live_server)
    browser_page.click('button[value="next"]')
    browser_page.locator(".error-summary").wait_for(timeout=15_000)
    assert violations(browser_page) == []
    assert browser_page.evaluate("document.documentElement.scrollWidth <= innerWidth")
