"""A supervisor's morning: who must be visited, whose plan waits, and an emergency reading to judge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.core.cache import cache

from simpul.casework.commands.take_intake import take_intake
from simpul.casework.models import Plan
from simpul.safeguards.models import BrokenGlass
from tests.factories.casework import CALM, World, intake, make_world, plan_agreed, walk_to
from tests.factories.registry import make_person
from tests.factories.workforce import login, make_staff
from tests.journeys.screens import answer, follow, keep, sees, window

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
REASON = "Ibu pingsan di terminal, keluarganya harus segera dihubungi."


@dataclass(frozen=True)
class Morning:
    """What waits."""

    world: World
    plan_case: Any
    danger_reference: str


@pytest.fixture
def morning() -> Morning:
    cache.clear()
    world = make_world()
    case_id = intake(world)
    walk_to(world, case_id, "plan")
    plan_agreed(world, case_id)
    threatened = make_person("Wagiyem Lestari", office_id=world.office.id, unit_id=world.unit.id)
    take_intake(
        world.worker, office_id=world.office.id, unit_id=world.unit.id, region_code="99.01",
        client_id=threatened.id, worker_id=world.worker_staff.id, channel="hotline", source="client",
        setting="family_child", presenting_words="Dia mengancam mau datang malam ini.",
        screen={**CALM, "danger_now": "yes"},
    )  # fmt: skip
    from simpul.casework.models import Case

    return Morning(world, case_id, Case.objects.get(client_id=threatened.id).reference)


def test_who_must_be_visited_stands_in_the_first_screen(
    live_server: Any, browser: Any, morning: Morning
) -> None:
    for width, height in ((1280, 850), (390, 844)):
        shape = {"viewport": {"width": width, "height": height}}
        with window(browser, live_server.url, morning.world.supervisor_staff, **shape) as page:
            page.goto(f"{live_server.url}/papan/")
            sees(page, "Wagiyem Lestari", morning.danger_reference)
            place = page.get_by_role("link", name="Wagiyem Lestari").first.bounding_box()
            assert place and place["y"] + place["height"] < height, place


def test_plan_is_approved_by_somebody_else(live_server: Any, browser: Any, morning: Morning) -> None:
    approve = f"{live_server.url}/kasus/{morning.plan_case}/rencana/setujui/"
    with window(browser, live_server.url, morning.world.worker_staff) as page:
        page.goto(approve)
        assert page.locator("main [name=approve]").count() == 0, "nobody approves her own plan"
        session = page.context.request
        token = page.locator("[name=csrfmiddlewaretoken]").first.input_value()
        session.post(approve, form={"approve": "yes", "csrfmiddlewaretoken": token})
        assert Plan.objects.get(case_id=morning.plan_case).state != "approved"
    with window(browser, live_server.url, morning.world.supervisor_staff) as page:
        page.goto(f"{live_server.url}/papan/")
        sees(page, "Setujui rencana")
        page.goto(f"{live_server.url}/kasus/{morning.plan_case}/rencana/")
        follow(page, "/setujui/")
        sees(page, "Anak saya sekolah lagi.")
        answer(page, {"approve": "yes"})
        keep(page)
    assert Plan.objects.get(case_id=morning.plan_case).state == "approved"


def test_emergency_reading_is_told_and_judged(live_server: Any, browser: Any, morning: Morning) -> None:
    world, base = morning.world, live_server.url
    colleague = make_staff(full_name="Ketut Mahendra", unit=world.unit)
    file = f"{base}/orang/{world.client.id}/"
    with window(browser, base, colleague) as page:
        page.goto(file)
        assert world.client.full_name not in page.content()
        page.goto(f"{file}akses-darurat/")
        answer(page, {"reason": REASON, "hours": "1"})
        keep(page, "main form .form-end button.button")
        page.goto(file)
        sees(page, world.client.full_name)
    with window(browser, base, world.supervisor_staff) as page:
        page.goto(f"{base}/kotak-masuk/")
        sees(page, "darurat")
        assert REASON not in page.content() and world.client.full_name not in page.inner_text("main")
        page.goto(f"{base}/akses-darurat/")
        sees(page, "Ketut Mahendra", REASON)
        follow(page, "/tinjau/")
        answer(page, {"justified": "no", "words": "Keluarga bisa dihubungi lewat tim yang bertugas."})
        keep(page, "main form .form-end button.button")
        page.goto(f"{base}/akses-darurat/")
        sees(page, "tidak dibenarkan")
    assert BrokenGlass.objects.get().justified is False
    with window(browser, base, colleague) as page:
        page.goto(file)
        assert world.client.full_name not in page.content(), "the reading ends with the judgement"
    with window(browser, base, world.client_account) as page:
        page.goto(f"{base}/portal/dibuka/")
        assert REASON in page.inner_text("main") and "Ketut Mahendra" in page.inner_text("main")


def test_planted_stranger_sees_no_board(live_server: Any, morning: Morning, client: Any) -> None:
    login(client, make_staff(role="supervisor", scope="unit"))
    assert "Wagiyem" not in client.get("/papan/").content.decode()
