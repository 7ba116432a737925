"""Beranda of those who accompany nobody leads to their own work; a page never says two things of one date."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from simpul.casework.commands.record_contact import record_contact
from simpul.kernel.clock import today
from tests.factories.casework import contact_given, intake, make_world, walk_to
from tests.factories.workforce import login, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.mark.parametrize(
    ("role", "scope", "there", "absent"),
    [
        ("auditor", "area", "/jejak-audit/", "/papan/"),
        ("admin", "area", "/pegawai/", "/jejak-audit/"),
        ("front_desk", "office", "/orang/baru/", "/pegawai/peran/"),
        ("head_of_office", "office", "/papan/", "Saat ini Anda tidak mendampingi"),
        ("volunteer", "own", "/direktori/", "/orang/baru/"),
    ],
)
def test_who_accompanies_nobody_is_led_to_the_own_work(
    role: str, scope: str, there: str, absent: str
) -> None:
    page = login(Client(), make_staff(role=role, scope=scope)).get("/").content.decode()
    start = page[page.index("Mulai dari sini") :]
    assert f'class="linked-row" href="{there}"' in start and absent not in start


def test_who_accompanies_somebody_sees_cases_instead() -> None:
    world = make_world()
    intake(world)
    page = login(Client(), world.worker_staff).get("/").content.decode()
    assert "Mulai dari sini" not in page and 'id="caseload"' in page


def test_case_page_and_list_tell_the_same_next_date() -> None:
    """The rating of the risk promised a day of its own; what was agreed with the client since counts."""
    world = make_world()
    case_id = intake(world)
    walk_to(world, case_id, "intervention")
    agreed = today() + timedelta(days=9)
    record_contact(world.worker, case_id, contact=contact_given(next_on=agreed))
    client = login(Client(), world.worker_staff)
    listed, shown = (client.get(path).content.decode() for path in ("/kasus/", f"/kasus/{case_id}/"))
    until = f'datetime="{agreed.isoformat()}'
    assert until in listed
    assert shown[shown.index("Kontak berikutnya") :].split("<time")[1].find(until) > 0


def test_closed_case_without_a_date_is_no_fault() -> None:
    from simpul.casework.commands.close_case import close_case
    from tests.factories.casework import CLOSING

    world = make_world()
    case_id = intake(world)
    walk_to(world, case_id, "termination")
    close_case(world.worker, case_id, **CLOSING)
    page = login(Client(), world.worker_staff).get("/kasus/?closed=on").content.decode()
    assert str(case_id) in page and "tanpa tanggal" not in page
