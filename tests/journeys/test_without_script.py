"""JavaScript is off: a person is found and taken in, a note is kept, a plan with added rows is written."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache

from simpul.casework.models import Case, Contact, Plan
from simpul.kernel.clock import today
from tests.factories.casework import intake, make_world, walk_to
from tests.factories.registry import make_person
from tests.journeys.screens import PHONE, answer, keep, window

pytestmark = [pytest.mark.browser, pytest.mark.once, pytest.mark.django_db(transaction=True)]
BARE = {**PHONE, "java_script_enabled": False}
SOON = (today() + timedelta(days=30)).isoformat()


@pytest.fixture(autouse=True)
def _no_old_attempts() -> None:
    cache.clear()


def test_person_is_searched_and_taken_in(live_server: Any, browser: Any) -> None:
    world = make_world()
    make_person("Hj. Soetrisni Rahayu", office_id=world.office.id, unit_id=world.unit.id)
    with window(browser, live_server.url, world.worker_staff, **BARE) as page:
        page.goto(f"{live_server.url}/cari/")
        answer(page, {"q": "sutrisni"})
        keep(page)
        assert "sutrisni" not in page.url.lower()
        sees_text(page, "Soetrisni")
        page.goto(f"{live_server.url}/kasus/baru/")
        for group in page.locator("main fieldset.is-grouped").all():
            group.locator("input[value=no]").check()
        keep(page)
        page.fill("[name=full_name]", "Sutrisni Rahayu")
        page.fill("[name=presenting_words]", "Atap rumah saya roboh.")
        with page.expect_navigation():
            page.locator("main button.button[name=do][value=search]").click()
        assert page.input_value("[name=presenting_words]") == "Atap rumah saya roboh."
        sees_text(page, "Soetrisni")
        page.locator("main [name=who]").first.check()
        answer(page, {"channel": "walk_in", "source": "client", "setting": "family_child"})
        keep(page)
        assert re.search(r"/kasus/[0-9a-f-]{36}/", page.url)
        sees_text(page, "Atap rumah saya roboh.")
    assert Case.objects.get().presenting_words == "Atap rumah saya roboh."


def sees_text(page: Any, words: str) -> None:
    """Without script nothing measures; the words alone."""
    assert words in page.inner_text("main"), page.inner_text("main")[:1500]


def test_note_is_kept(live_server: Any, browser: Any) -> None:
    world = make_world()
    case_id = intake(world)
    with window(browser, live_server.url, world.worker_staff, **BARE) as page:
        page.goto(f"{live_server.url}/kasus/{case_id}/kontak/")
        answer(page, {"channel": "home_visit", "client_words": "Saya mulai berani.", "role": ""})
        with page.expect_navigation():
            page.locator("main form .form-end button.is-primary").click()
        sees_text(page, "Tidak ada ketikan Anda yang hilang")
        assert page.input_value("[name=client_words]") == "Saya mulai berani."
        answer(page, {"role": "enabler"})
        keep(page)
        sees_text(page, "Saya mulai berani.")
    assert Contact.objects.count() == 1


def test_plan_with_added_rows_is_written(live_server: Any, browser: Any) -> None:
    world = make_world()
    case_id = intake(world)
    walk_to(world, case_id, "plan")
    with window(browser, live_server.url, world.worker_staff, **BARE) as page:
        page.goto(f"{live_server.url}/kasus/{case_id}/rencana/tulis/")
        if page.locator("[name='needs-0-words']").count() == 0:
            press(page, "add-needs")
        answer(page, {"needs-0-words": "Biaya sekolah"})
        press(page, "add-needs")
        assert page.input_value("[name='needs-0-words']") == "Biaya sekolah", "adding a row keeps the text"
        answer(page, {"needs-1-words": "Seragam"})
        if page.locator("[name='goals-0-client_words']").count() == 0:
            press(page, "add-goals")
        answer(
            page,
            {
                "goals-0-client_words": "Anak saya sekolah lagi, Bu.", "goals-0-need": "0",
                "goals-0-measure": "Hari hadir", "goals-0-baseline": "0", "goals-0-target": "20",
                "goals-0-target_on": SOON, "horizon": "short", "review_on": SOON,
            },
        )  # fmt: skip
        press(page, "add-actions")
        page.locator("[name^='actions-'][name$='-what']").first.fill("Mengantar anak")
        page.locator("[name^='actions-'][name$='-due_on']").first.fill(SOON)
        while page.locator("[name^='actions-'][name$='-what']").count() > 1:
            page.locator("main button[value^='drop-actions']").last.click()
        keep(page)
        sees_text(page, "Anak saya sekolah lagi, Bu.")
    needs = Plan.objects.get().needs.order_by("position")
    assert [need.words for need in needs] == ["Biaya sekolah", "Seragam"]


def press(page: Any, value: str) -> None:
    """A button that asks the server for one row more."""
    with page.expect_navigation():
        page.locator(f"main button[value={value}]").click()
