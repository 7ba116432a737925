"""What stays on a device after work and log-out: of the people in the files, nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache

from simpul.casework.commands.record_contact import record_contact
from tests.factories.casework import contact_given, intake, make_world
from tests.factories.registry import make_person
from tests.journeys.screens import log_in
from tests.plugins.browser import chromium_path

pytestmark = [pytest.mark.browser, pytest.mark.once, pytest.mark.django_db(transaction=True)]
NAME, WORDS, DRAFT, SEARCH = "Zubaidahqx", "Pingsanqxw", "Rahasiaqxd", "Wagiyemqxs"
CONTROL = "Kendaliqxc"


def traces(folder: Path, word: str) -> list[str]:
    """Files of the profile in which this word stands, in whatever writing Chromium uses."""
    wanted = [word.encode(), word.encode("utf-16-le"), word.lower().encode()]
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and any(one in path.read_bytes() for one in wanted)
    ]


def test_nothing_of_a_client_stays_on_the_device(live_server: Any, browser: Any, tmp_path: Path) -> None:
    cache.clear()
    world, base, profile = make_world(), live_server.url, tmp_path / "profile"
    client = make_person(f"{NAME} Lestari", office_id=world.office.id, unit_id=world.unit.id)
    case_id = intake(world, client_id=client.id, presenting_words=f"Suami saya {WORDS} di sawah.")
    record_contact(world.worker, case_id, contact=contact_given(client_words=f"{WORDS} lagi"))
    work_and_leave(browser.browser_type, profile, base, world, case_id, client.id)
    found = {word: traces(profile, word) for word in (NAME, WORDS, DRAFT, SEARCH)}
    assert not any(found.values()), found
    assert traces(profile, CONTROL), "the search through the profile can find what is there"


def work_and_leave(chromium: Any, profile: Path, base: str, world: Any, case_id: Any, person_id: Any) -> None:
    """An hour of work in a browser that keeps its profile, then log out."""
    context = chromium.launch_persistent_context(
        str(profile), executable_path=chromium_path(), args=["--no-sandbox", "--disable-dev-shm-usage"]
    )
    page = context.new_page()
    log_in(page, base, world.worker_staff)
    page.goto(f"{base}/kasus/{case_id}/")
    assert WORDS in page.inner_text("main")
    page.goto(f"{base}/orang/{person_id}/")
    assert NAME in page.inner_text("main")
    page.goto(f"{base}/cari/")
    page.fill("#id_q", SEARCH)
    page.wait_for_timeout(700)
    page.keyboard.press("Enter")
    page.goto(f"{base}/kasus/{case_id}/kontak/")
    page.locator("[name=client_words]").press_sequentially(DRAFT)
    page.locator("[data-draft-state]:not(:empty)").wait_for()
    page.goto(f"{base}/akun/keluar/")
    with page.expect_navigation():
        page.click("main form button.is-primary")
    page.goto(f"{base}/luring/")
    page.evaluate(f"localStorage.setItem('kept', '{CONTROL}')")
    page.wait_for_timeout(300)
    context.close()
