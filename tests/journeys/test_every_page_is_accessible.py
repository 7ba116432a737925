"""Every page that a role can open is accessible and fits, in both languages, on a phone and at a desk.

Addresses come from the resolver, so that a new page is looked at without anybody thinking of it; identifiers
come from a small world in which every kind of record exists.
"""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver

from simpul.casework.commands.ask_plan_answer import ask_plan_answer
from simpul.casework.commands.close_case import close_case
from simpul.casework.commands.complain import complain
from simpul.casework.commands.convene_conference import Guest, convene_conference
from simpul.casework.commands.draft_plan import draft_plan
from simpul.casework.commands.offer_options import OptionGiven, offer_options
from simpul.casework.commands.print_plan import print_plan
from simpul.casework.commands.record_case_consent import record_case_consent
from simpul.casework.commands.start_assessment import start_assessment
from simpul.casework.models import Plan
from simpul.directory.commands.report_entry import report_entry
from simpul.instruments.commands.publish_upload import publish_upload
from simpul.instruments.commands.upload_instrument import upload_instrument
from simpul.instruments.loader import load_starters
from simpul.kernel.actor import public_actor
from simpul.kernel.clock import now
from simpul.reference.loader import load_all
from simpul.registry.commands.break_glass import break_glass
from simpul.registry.commands.keep_import_rows import keep_import_rows
from simpul.registry.commands.propose_merge import propose_merge
from simpul.registry.commands.stage_import import stage_import
from simpul.registry.queries.read_upload import read_upload
from simpul.safeguards.consent import Purpose
from simpul.workforce.commands.declare_own_record import declare_own_record
from tests.directory.entries import make_agency, make_service, make_shelter
from tests.factories.casework import (
    CLOSING,
    CONSENT,
    World,
    intake,
    make_world,
    plan_agreed,
    plan_facts,
    walk_to,
)
from tests.factories.instruments import make_workbook
from tests.factories.registry import make_household, make_person, make_tie
from tests.factories.workforce import actor_of, login, make_staff
from tests.journeys.screens import listen, session_of, violations, wider
from tests.journeys.states import states
from tests.registry.workbooks import people, table
from tests.web_portal.test_in_browser import full_file

pytestmark = [
    pytest.mark.browser,
    pytest.mark.once,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]
MODELS = {
    "person": "registry.Person", "household": "registry.Household", "proposal": "registry.MergeProposal",
    "relationship": "registry.Relationship", "case": "casework.Case", "plan": "casework.Plan",
    "action": "casework.PlannedAction", "goal": "casework.Goal", "contact": "casework.Contact",
    "assessment": "casework.Assessment", "sheet": "casework.OptionsSheet",
    "conference": "casework.Conference", "invitation": "casework.Invitation",
    "decision": "casework.ConferenceDecision", "visit": "casework.AftercareVisit",
    "complaint": "casework.Complaint", "consent": "safeguards.Consent", "glass": "safeguards.BrokenGlass",
    "office": "workforce.Office", "unit": "workforce.Unit", "staff": "workforce.Staff",
    "task": "worklist.Task", "notice": "notices.Notice", "version": "instruments.InstrumentVersion",
    "document": "documents.IssuedDocument",
    "grant": "workforce.RoleGrant", "tie": "workforce.ConflictDeclaration", "cover": "workforce.Cover",
    "batch": "registry.ImportBatch", "agency": "directory.Agency", "service": "directory.Service",
    "report": "directory.EntryReport", "upload": "instruments.InstrumentUpload",
    "record": "workforce.OwnRecord",
}  # fmt: skip
WORDS = {
    "kind": ("informed_consent", "genogram"), "answer": ("cabut", "tutup"), "code": ("AAAA-BBBB-CCCC",),
    "form": ("csv",),
}  # fmt: skip
MOST = 12  # identifiers tried for one parameter
Shape = tuple[int, str, str]
SHAPES: list[Shape] = [
    (390, "light", "id"), (390, "dark", "en"), (1280, "dark", "id"), (1280, "light", "en"),
]  # fmt: skip
FULL = os.environ.get("SIMPUL_SWEEP") == "full"
LEFT = {"/akun/keluar/", "/portal/keluar/", "/portal/cuaca/"}  # these end the session of whoever looks
SENT_ONLY = "answers only to a form that is sent"
PART = "a part of a page, seen within it"
FILE = "a file"
ONWARD = "leads on to another page"
REAL_KEY = "opens for the holder of a real key: test_door walks through it"
# What is no page of its own, and why. An address that is neither opened nor listed here fails the test.
NO_PAGES = {
    **dict.fromkeys(
        (
            "/akun/kunci/", "/akun/tersimpan/<uuid:held_id>/buang/", "/cari/orang/", "/cari/wilayah/",
            "/dokumen/<uuid:document_id>/cabut/", "/draf/buang/", "/draf/simpan/", "/galeri/draf/",
            "/galeri/pilihan/", "/impor/<uuid:batch_id>/batal/", "/jejak-audit/periksa/",
            "/kasus/<uuid:case_id>/bahas/keputusan/<uuid:decision_id>/selesai/",
            "/kotak-masuk/<uuid:notice_id>/", "/orang/<uuid:person_id>/hapus/batal/",
            "/orang/<uuid:person_id>/hubungan/<uuid:relationship_id>/akhiri/",
            "/orang/<uuid:person_id>/kontak/<uuid:contact_id>/akhiri/",
            "/orang/<uuid:person_id>/portal/tutup/",
            "/orang/<uuid:person_id>/salinan/", "/orang/<uuid:person_id>/tahan/lepas/", "/orang/baru/mirip/",
            "/pegawai/<staff_id>/akun/<answer>/", "/pegawai/ikatan/<uuid:tie_id>/cabut/",
            "/pegawai/pengganti/<uuid:cover_id>/akhiri/", "/pegawai/peran/<grant_id>/<answer>/",
            "/bantuan/desa/", "/instrumen/unggahan/<uuid:upload_id>/buang/",
            "/pegawai/ikatan/berkas/<uuid:record_id>/cabut/", "/periksa-kata/", "/portal/draf/",
            "/portal/keluar/", "/portal/saya/tutup/", "/profil/bahasa/", "/profil/kata/",
            "/tugas/<uuid:task_id>/selesai/", "/undangan/<uuid:invitation_id>/",
        ),
        SENT_ONLY,
    ),
    **dict.fromkeys(
        (
            "/akun/2fa/recovery-codes/download/", "/dokumen/<uuid:document_id>/docx/",
            "/dokumen/<uuid:document_id>/pdf/", "/impor/<uuid:batch_id>/kesalahan.<str:form>",
            "/manifest.webmanifest", "/portal/kertas/<uuid:document_id>/", "/sw.js",
        ),
        FILE,
    ),
    **dict.fromkeys(("/impor/<uuid:batch_id>/kemajuan/",), PART),
    **dict.fromkeys(("/akun/2fa/webauthn/reauthenticate/",), REAL_KEY),
    **dict.fromkeys(
        (
            "/akun/2fa/webauthn/login/", "/bahasa/", "/kantor/saya/", "/kasus/<uuid:case_id>/asesmen/lanjut/",
            "/portal/cuaca/",
        ),
        ONWARD,
    ),
}  # fmt: skip


@pytest.fixture
def world() -> World:
    """An office in which every kind of record exists."""
    cache.clear()
    load_all()
    starters = load_starters()
    made = make_world()
    full_file(made)
    case_id = intake(made)
    walk_to(made, case_id, "assessment")
    start_assessment(made.worker, case_id, kind="safety", instrument_version_id=starters["safety"])
    record_case_consent(made.worker, case_id, consent=replace(CONSENT, purpose=Purpose.CONFERENCE.value))
    guests = [Guest(staff_id=made.supervisor_staff.id), Guest(name="Pak Guru Hadi", capacity="wali kelas")]
    convene_conference(
        made.worker, case_id, planned_for=now() + timedelta(days=2), place="Balai desa",
        purpose="Membahas sekolah anak", guests=guests,
    )  # fmt: skip
    for stage in ("plan", "intervention", "review", "aftercare"):
        other = intake(made)
        walk_to(made, other, "termination" if stage == "aftercare" else stage)
        if stage == "plan":
            plan_agreed(made, other)
        if stage == "aftercare":
            close_case(made.worker, other, **CLOSING)
    drafted = intake(made)
    walk_to(made, drafted, "plan")
    draft_plan(made.worker, drafted, **plan_facts())
    asked = intake(made)
    walk_to(made, asked, "plan")
    ask_plan_answer(made.worker, draft_plan(made.worker, asked, **plan_facts()))
    own_forms(made)
    declare_own_record(made.worker, made.worker_staff.id, nik="3573014509750001")
    print_plan(made.worker, Plan.objects.filter(state="approved").values_list("id", flat=True)[0])
    sent = read_upload(made.supervisor, file=table(people(4)), filename="warga.csv")
    batch_id = stage_import(made.supervisor, table=sent, source="Desa Contoh, 2026")
    keep_import_rows(made.supervisor, batch_id, rows=sent.rows)
    offer_options(
        made.worker, case_id, question="Ke mana dulu?", information="Ada dua jalan.",
        options=[OptionGiven("Sekolah"), OptionGiven("Kerja")],
    )  # fmt: skip
    double = make_person("Sulastri Handayanie", office_id=made.office.id, unit_id=made.unit.id)
    make_household(made.client, double, kk="9901010105120001", office_id=made.office.id)
    make_tie(made.client, "sibling", double)
    break_glass(actor_of(make_staff()), double.id, reason="Anak sendirian di rumah sejak pagi")
    complain(made.client_actor, case_id, about="worker", words="Saya tidak didengar.")
    propose_merge(made.supervisor, made.client.id, other_id=double.id, reason="Dua kartu, satu orang")
    agency_id = make_agency(made.worker)
    make_service(
        made.worker, agency_id, steps=("Daftar", "Tunggu"), papers=("ktp",), rights="Boleh bertanya."
    )
    report_entry(public_actor(), service_id=make_shelter(made.worker), words="Nomornya tidak aktif")
    return made


def own_forms(world: World) -> None:
    """A form of the office's own in use, and one that it only looks at yet."""
    home = make_workbook("type | name | label\ntext | roof | Bagaimana atap?", form_title="Rumah Sehat")
    asks = "type | name | label\ninteger | meals | Makan berapa kali?\nselect_one yn | water | Ada air?"
    kitchen = make_workbook(asks, form_id="dapur", form_title="Dapur dan Air")
    used, _looked_at = (
        upload_instrument(world.head, workbook=one, office_id=world.office.id, purpose="home_visit")
        for one in (home, kitchen)
    )
    publish_upload(world.head, used)


def patterns(entries: Any, before: str = "") -> Iterator[str]:
    """Every address of the house, with its parameters in angle brackets."""
    for entry in entries:
        here = before + str(entry.pattern)
        if hasattr(entry, "url_patterns"):
            yield from patterns(entry.url_patterns, here)
        else:
            yield "/" + re.sub(r"\(\?P(<\w+>)[^)]*\)", r"\1", here).replace("^", "").replace("$", "")


def rows_of(name: str) -> list[tuple[str, str]]:
    """Identifiers that a parameter may stand for, each with the case it belongs to."""
    label = MODELS.get(name.removesuffix("_id"))
    if label is None:
        return [(word, "") for word in WORDS.get(name, ())]
    model = apps.get_model(label)
    case = "case_id" if any(field.attname == "case_id" for field in model._meta.concrete_fields) else "pk"
    found = model._base_manager.values_list("pk", case)[:MOST]
    return [(str(pk), str(other) if case == "case_id" else "") for pk, other in found]


def candidates(pattern: str) -> Iterator[str]:
    """This address with identifiers of records that exist, records of a case only beneath their case."""
    names = re.findall(r"<(?:\w+:)?(\w+)>", pattern)
    for rows in itertools.product(*(rows_of(name) for name in names)):
        values = dict(zip(names, rows, strict=True))
        case = values.get("case_id", ("", ""))[0]
        if case and any(other not in {"", case} for _pk, other in rows):
            continue
        address = pattern
        for pk, _case in rows:
            address = re.sub(r"<[^>]+>", pk, address, count=1)
        yield address


def opened(client: Client, pattern: str) -> str:
    """The first address of this pattern that opens as a whole page; empty when none does."""
    for address in candidates(pattern):
        answer = client.get(address)
        if answer.status_code == 200 and b"<html" in getattr(answer, "content", b"")[:300]:
            return address
        if answer.status_code == 405:
            break
    return ""


def roles(world: World) -> dict[str, Any]:
    """Who looks: the one who sees most of a page comes first."""
    office = world.office
    return {
        "supervisor": world.supervisor_staff,
        "social_worker": world.worker_staff,
        "head_of_office": make_staff(role="head_of_office", scope="office", office=office),
        "admin": make_staff(role="admin", scope="area", area="99", office=office),
        "auditor": make_staff(role="auditor", scope="area", office=office),
        "protection_worker": make_staff(role="protection_worker", office=office),
        "front_desk": make_staff(role="front_desk", scope="office", office=office),
        "volunteer": make_staff(role="volunteer", office=office),
        "client": world.client_account,
        "nobody": None,
    }


def wanted(pages: dict[str, str], seen: set[str], chance: Iterator[int]) -> dict[Shape, list[str]]:
    """Which page in which shape: a new page at both widths and in both languages, a page that another role
    has seen now and then. With SIMPUL_SWEEP=full every page of every role in every shape."""
    found: dict[Shape, list[str]] = {shape: [] for shape in SHAPES}
    for pattern, address in pages.items():
        turn = next(chance)
        shapes = [SHAPES[turn % 2], SHAPES[3 - turn % 2]]
        if pattern in seen:
            shapes = [SHAPES[turn % 4]] if turn % 5 == 0 else []
        for shape in SHAPES if FULL else shapes:
            found[shape].append(address)
    return found


@pytest.mark.parametrize("width", [390, 1280])
def test_every_page_of_every_role(live_server: Any, browser: Any, world: World, width: int) -> None:
    every = sorted(set(patterns(get_resolver().url_patterns)))
    faults: list[str] = []
    seen: set[str] = set()
    chance = itertools.count()
    for role, who in roles(world).items():
        client = Client()
        if who is not None:
            login(client, who)
        known = {*LEFT, *(one for one, reason in NO_PAGES.items() if reason == SENT_ONLY)}
        pages = {one: address for one in every if one not in known and (address := opened(client, one))}
        cookie = session_of(who) if who is not None else ""
        for shape, addresses in wanted(pages, seen, chance).items():
            if shape[0] == width:
                faults += look(browser, live_server.url, cookie, shape, addresses, role)
        seen |= set(pages)
        print(f"{role}: {len(pages)} pages, {len(seen)} so far", *faults, sep="\n", flush=True)
    for state in states(world):
        for shape in SHAPES:
            if shape[0] == width and (FULL or shape[2] == "id"):
                places = list(state.pages.values())
                faults += look(
                    browser, live_server.url, state.cookie, shape, places, state.name, must_open=True
                )
        seen |= set(state.pages)
    assert faults == []
    assert not unknown(every, seen), (
        "reach these in the world above, or say in NO_PAGES why they are no pages"
    )
    assert not seen & set(NO_PAGES), "these are pages"
    assert len(seen) >= 160


def unknown(every: list[str], seen: set[str]) -> list[str]:
    """Addresses that nobody has opened and nobody has explained."""
    return [one for one in every if one not in seen and one not in NO_PAGES]


def test_what_is_only_sent_does_not_open(client: Client, world: World) -> None:
    login(client, world.supervisor_staff)
    for pattern in (one for one, reason in NO_PAGES.items() if reason == SENT_ONLY):
        for address in itertools.islice(candidates(pattern), 2):
            assert client.get(address).status_code in {404, 405}, address


def test_a_new_page_that_nobody_opens_is_told() -> None:
    assert unknown(["/baru/", "/sw.js", "/"], {"/"}) == ["/baru/"]


def look(
    browser: Any,
    base: str,
    cookie: str,
    shape: Shape,
    addresses: list[str],
    role: str,
    *,
    must_open: bool = False,
) -> list[str]:
    """What is wrong with these pages in this shape."""
    width, scheme, language = shape
    faults: list[str] = []
    context = browser.new_context(viewport={"width": width, "height": 850}, color_scheme=scheme)
    jar = [{"name": "simpul_language", "value": language, "url": base}]
    if cookie:
        jar.append({"name": "simpul_session", "value": cookie, "url": base})
    context.add_cookies(jar)
    page = context.new_page()
    listen(page, faults)
    for address in addresses:
        answer = page.goto(base + address, wait_until="load")
        where = f"{role} {address} {width} {scheme} {language}"
        if must_open and (answer is None or answer.status != 200 or not landed(page.url, base + address)):
            faults.append(f"{where}: does not open, but {page.url}")
        if answer is None or answer.status != 200:
            continue
        faults += [f"{where}: {fault}" for fault in violations(page)]
        if wide := wider(page):
            faults.append(f"{where}: {wide} px too wide")
    context.close()
    return faults


def landed(url: str, address: str) -> bool:
    """Whether the browser stayed where it was sent; a link to a new password hides its key on the way."""
    return url == address or ("/pilih/" in address and "/pilih/" in url)


def test_planted_faults_are_found(live_server: Any, browser_page: Any) -> None:
    browser_page.goto(live_server.url + "/akun/masuk/")
    browser_page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend',"
        " '<input type=text><p class=wide>x</p>');"
        "document.querySelector('.wide').style.minWidth = '3000px'"
    )
    assert [fault for fault in violations(browser_page) if fault.startswith("label")]
    assert wider(browser_page) > 0
