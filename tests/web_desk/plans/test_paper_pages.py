"""Documents of a case at the desk: pre-filled, reworded, issued, downloaded, taken back."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client

from simpul.documents.models import IssuedDocument
from tests.factories.casework import World, intake, make_world, plan_in_force, walk_to
from tests.factories.workforce import login, make_staff
from tests.web_desk.plans.rounds import typed_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def world() -> World:
    return make_world(full_name="Rahma Anggraini")


@pytest.fixture
def case_id(world: World) -> uuid.UUID:
    found = intake(world)
    walk_to(world, found, "plan")
    plan_in_force(world, found)
    return found


CONTRACT = {
    "concern": "Anak belum sekolah", "services": "Pendampingan\nRujukan", "office_duties": "Menjaga rahasia",
    "client_share": "Bercerita", "starts": "2026-11-23", "language": "id",
}  # fmt: skip


def test_list_offers_what_is_ready_and_says_what_the_rest_waits_for(
    client: Client, world: World, case_id: uuid.UUID
) -> None:
    page = login(client, world.worker_staff).get(f"/kasus/{case_id}/dokumen/").content.decode()
    assert f"/kasus/{case_id}/dokumen/intervention_plan/baru/" in page
    assert f"/kasus/{case_id}/dokumen/termination_letter/baru/" not in page
    assert "Tulis terminasi lebih dahulu." in page


def test_paper_is_prefilled_reworded_issued_and_listed(
    client: Client, world: World, case_id: uuid.UUID
) -> None:
    login(client, world.worker_staff)
    here = f"/kasus/{case_id}/dokumen/service_contract/baru/"
    assert "Suami saya tidak pulang" in typed_in(client.get(here).content.decode(), "concern")
    refused = client.post(here, {**CONTRACT, "services": ""})
    assert refused.status_code == 422
    assert typed_in(refused.content.decode(), "concern") == "Anak belum sekolah"
    for _twice in range(2):
        answer = client.post(here, {**CONTRACT, "idempotency_key": "sekali"})
    document = IssuedDocument.objects.get()
    assert answer.headers["Location"] == f"/dokumen/{document.id}/"
    assert document.sheet and "Anak belum sekolah" in str(document.sheet)
    page = client.get(f"/kasus/{case_id}/dokumen/").content.decode()
    assert document.number in page and f"/dokumen/{document.id}/" in page
    file = client.get(f"/dokumen/{document.id}/pdf/")
    assert file.content.startswith(b"%PDF") and "Rahma" not in file.headers["Content-Disposition"]
    assert client.get(f"/dokumen/{document.id}/docx/").content.startswith(b"PK")
    back = client.get(f"/dokumen/{document.id}/").content.decode()
    assert f"/kasus/{case_id}/dokumen/" in back
    assert client.post(f"/dokumen/{document.id}/cabut/", {"reason": "Salah orang"}).status_code == 302
    assert "dicabut" in client.get(f"/kasus/{case_id}/dokumen/").content.decode()


def test_texts_come_in_the_language_of_the_paper(client: Client, world: World, case_id: uuid.UUID) -> None:
    login(client, world.worker_staff)
    here = f"/kasus/{case_id}/dokumen/service_contract/baru/"
    assert "Menjaga kerahasiaan" in client.get(here).content.decode()
    assert "Keeping secret what is told." in client.get(f"{here}?bahasa=en").content.decode()


def test_stranger_and_unknown_kind_find_nothing(client: Client, world: World, case_id: uuid.UUID) -> None:
    login(client, world.worker_staff)
    assert client.get(f"/kasus/{case_id}/dokumen/no_such_paper/baru/").status_code == 404
    assert client.get(f"/kasus/{case_id}/dokumen/apa-saja/baru/").status_code == 404
    login(client, make_staff(role="head_of_office", scope="office"))
    for page in ("", "service_contract/baru/"):
        assert client.get(f"/kasus/{case_id}/dokumen/{page}").status_code == 404
    assert client.post(f"/kasus/{case_id}/dokumen/service_contract/baru/", CONTRACT).status_code == 404
    assert not IssuedDocument.objects.exists()


def test_head_finds_the_letterhead_from_the_office(client: Client, world: World) -> None:
    head = make_staff(office=world.office, unit=world.unit, role="head_of_office", scope="office")
    page = login(client, head).get(f"/kantor/{world.office.id}/").content.decode()
    assert f"/kantor/{world.office.id}/kop-surat/" in page
    assert client.get(f"/kantor/{world.office.id}/kop-surat/").status_code == 200
