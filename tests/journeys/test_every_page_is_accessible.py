"""Every page that a role can open is accessible and fits, in both languages, on a phone and at a desk.

Addresses come from the resolver, so that a new page is looked at without anybody thinking of it; identifiers
come from a small world in which every kind of record exists.
"""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import get_resolver

from tests.factories.casework import (
    World,
)
from tests.factories.workforce import login, make_staff
from tests.journeys.everything import make_everything
from tests.journeys.screens import listen, session_of, violations, wider
from tests.journeys.states import states

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
    "report": "directory.EntryReport", "referral": "referral.Referral", "barrier": "referral.Barrier",
    "finding": "advocacy.Finding",
    "upload": "instruments.InstrumentUpload",
    "record": "workforce.OwnRecord", "package": "directory.Package",
}  # fmt: skip
WORDS = {
    "kind": ("informed_consent", "genogram"), "answer": ("cabut", "tutup"), "code": ("AAAA-BBBB-CCCC",),
    "form": ("csv",), "number": ("7K2PM4XQ9D",),
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
FOR_MACHINES = "answers with JSON, to no browser: tests/web_api reads it"
REAL_KEY = "opens for the holder of a real key: test_door walks through it"
REAL_LETTER = "opens for the holder of a letter: test_refer_and_follow walks through it"
# What is no page of its own, and why. An address that is neither opened nor listed here fails the test.
NO_PAGES = {
    **dict.fromkeys(
        (
            "/akun/kunci/", "/akun/tersimpan/<uuid:held_id>/buang/", "/cari/orang/", "/cari/wilayah/",
            "/dokumen/<uuid:document_id>/cabut/", "/draf/buang/", "/draf/simpan/", "/galeri/draf/",
            "/galeri/pilihan/", "/impor/<uuid:batch_id>/batal/", "/jejak-audit/periksa/",
            "/kasus/<uuid:case_id>/alih-tangan/tarik/",
            "/kasus/<uuid:case_id>/bahas/keputusan/<uuid:decision_id>/selesai/",
            "/kotak-masuk/<uuid:notice_id>/", "/orang/<uuid:person_id>/hapus/batal/",
            "/orang/<uuid:person_id>/hubungan/<uuid:relationship_id>/akhiri/",
            "/orang/<uuid:person_id>/kontak/<uuid:contact_id>/akhiri/",
            "/orang/<uuid:person_id>/portal/tutup/",
            "/orang/<uuid:person_id>/salinan/", "/orang/<uuid:person_id>/tahan/lepas/", "/orang/baru/mirip/",
            "/pegawai/<staff_id>/akun/<answer>/", "/pegawai/ikatan/<uuid:tie_id>/cabut/",
            "/pegawai/pengganti/<uuid:cover_id>/akhiri/", "/pegawai/peran/<grant_id>/<answer>/",
            "/mitra/keluar/",
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
            "/dokumen/<uuid:document_id>/pdf/",
            "/direktori/paket/<uuid:package_id>/kesalahan.csv",
            "/bantuan/<uuid:service_id>/lembar.pdf", "/impor/<uuid:batch_id>/kesalahan.<str:form>",
            "/manifest.webmanifest", "/portal/kertas/<uuid:document_id>/", "/sw.js",
        ),
        FILE,
    ),
    **dict.fromkeys(("/impor/<uuid:batch_id>/kemajuan/",), PART),
    **dict.fromkeys(("/akun/2fa/webauthn/reauthenticate/",), REAL_KEY),
    **dict.fromkeys(
        ("/mitra/rujukan/<uuid:referral_id>/", "/mitra/rujukan/<referral_id>/<word>/"), REAL_LETTER
    ),
    **dict.fromkeys(
        (
            "/api/hsds/", "/api/hsds/openapi.json", "/api/hsds/<of>", "/api/hsds/<of>/<record>",
            "/api/hsds/package.zip",
        ),
        FOR_MACHINES,
    ),
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
    return make_everything()


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


def test_every_page_of_every_role_on_a_phone(live_server: Any, browser: Any, world: World) -> None:
    look_at_every_page(live_server, browser, world, 390)


def look_at_every_page(live_server: Any, browser: Any, world: World, width: int) -> None:
    """Every page that any role can open, in the shapes of this width."""
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


def test_every_page_of_every_role_at_a_desk(live_server: Any, browser: Any, world: World) -> None:
    look_at_every_page(live_server, browser, world, 1280)


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
