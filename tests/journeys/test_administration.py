"""The door and the administration are accessible, fit every screen and pass the strict policy."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from simpul.kernel.clock import now, today
from simpul.kernel.refs import new_id
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import BrokenGlass
from simpul.workforce.commands.arrange_cover import arrange_cover
from simpul.workforce.commands.hold_text import hold_text
from simpul.workforce.commands.propose_grant import propose_grant
from simpul.workforce.commands.record_absence import record_absence
from simpul.workforce.commands.record_certificate import record_certificate
from simpul.workforce.models import Staff
from tests.factories.workforce import actor_of, login, make_office, make_staff
from tests.journeys.screens import violations

pytestmark = [
    pytest.mark.browser,
    pytest.mark.once,
    pytest.mark.django_db(transaction=True, databases="__all__"),
]
SHAPES = ((390, "dark", "id"), (1280, "light", "en"))


@pytest.fixture
def doors() -> dict[str, list[str]]:
    """Session cookies, and what each of them opens."""
    cache.clear()
    day, office = today(), make_office()
    admin = make_staff(role="admin", scope="area", area="99", office=office)
    boss = make_staff(role="supervisor", scope="unit", office=office)
    worker, colleague = make_staff(office=office), make_staff(office=office)
    newcomer = make_staff(role=None, office=office)
    auditor = make_staff(role="auditor", scope="area", office=office)
    beginner = make_staff(office=office, accepted_ethics=False)
    record_certificate(
        actor_of(boss), worker.id, kind="str", number="STR-1", issued_on=day - timedelta(days=900),
        expires_on=day + timedelta(days=30),
    )  # fmt: skip
    propose_grant(
        actor_of(admin), newcomer.id, role="head_of_office", scope="office", expires=day + timedelta(days=90)
    )
    record_absence(actor_of(worker), worker.id, kind="leave", starts_on=day, ends_on=day)
    arrange_cover(actor_of(boss), worker.id, covering_id=colleague.id, starts_on=day, ends_on=day)
    hold_text(
        actor_of(worker), path="/profil/refleksi/", answers={"words": ["Tersimpan"], "__files": ["a.jpg"]}
    )
    with writing_as("safeguards"):
        BrokenGlass.objects.create(
            actor_id=worker.account_id, subject_id=new_id(), office_id=office.id, unit_id=boss.unit_id,
            reason="Anak sendirian di rumah", ends_at=now() + timedelta(hours=2),
            review_due=now() + timedelta(hours=70),
        )  # fmt: skip
    person = f"/pegawai/{worker.id}/"
    return {
        "": ["/akun/masuk/", "/akun/kata-sandi/lupa/", "/akun/kata-sandi/lupa/terkirim/", "/akun/daftar/"],
        cookie(admin): [
            "/kantor/",
            "/kantor/baru/",
            f"/kantor/{office.id}/",
            "/pegawai/",
            "/pegawai/peran/",
            person,
            f"{person}peran/",
            f"{person}berhenti/",
            "/pegawai/absen/",
            "/pegawai/ikatan/",
        ],
        cookie(worker): [
            "/profil/",
            "/profil/refleksi/",
            "/profil/kode-etik/",
            "/akun/2fa/",
            "/akun/sesi/",
            "/akun/tersimpan/",
            "/akun/kata-sandi/",
            "/akun/keluar/",
            f"{person}sertifikat/",
        ],
        cookie(boss): ["/akses-darurat/"],
        cookie(auditor): ["/jejak-audit/"],
        cookie(beginner): ["/profil/kode-etik/"],
        locked(colleague): ["/akun/terkunci/"],
    }


def cookie(staff: Staff) -> str:
    client = Client()
    login(client, staff)
    client.get("/profil/")
    return str(client.cookies["simpul_session"].value)


def locked(staff: Staff) -> str:
    client = Client()
    login(client, staff)
    client.post("/akun/kunci/", {"next": "/profil/"})
    return str(client.cookies["simpul_session"].value)


def test_pages_are_accessible_fit_and_pass_the_policy(
    live_server: Any, browser: Any, doors: dict[str, list[str]]
) -> None:
    faults: list[str] = []
    for width, scheme, language in SHAPES:
        for session, paths in doors.items():
            context = browser.new_context(viewport={"width": width, "height": 850}, color_scheme=scheme)
            jar = [{"name": "simpul_language", "value": language, "url": live_server.url}]
            if session:
                jar.append({"name": "simpul_session", "value": session, "url": live_server.url})
            context.add_cookies(jar)
            page = context.new_page()
            page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
            for path in paths:
                answer = page.goto(live_server.url + path)
                if answer.status != 200 or not page.url.endswith(path):
                    faults.append(f"{path}: {answer.status} {page.url}")
                faults += [f"{path} {width} {language}: {fault}" for fault in violations(page)]
                if page.evaluate("document.documentElement.scrollWidth - innerWidth") > 0:
                    faults.append(f"{path}: wider than {width} px")
            context.close()
    assert faults == []


def test_planted_fault_is_found(live_server: Any, browser_page: Any) -> None:
    browser_page.goto(live_server.url + "/akun/masuk/")
    browser_page.evaluate("document.querySelectorAll('label').forEach(one => one.remove())")
    browser_page.evaluate("document.querySelectorAll('[placeholder]').forEach(one => one.placeholder = '')")
    assert violations(browser_page) != []
