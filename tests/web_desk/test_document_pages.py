"""A document at the desk: its page, its files, taking it back."""

from __future__ import annotations

import io
import uuid
from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from simpul.documents.models import IssuedDocument, Letterhead
from simpul.kernel.actor import Role
from simpul.safeguards.permissions import matrix
from tests.documents.issuing import issued, try_issuing
from tests.documents.papers import genogram
from tests.factories.workforce import login, make_office, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture(autouse=True)
def _issuing() -> Iterator[None]:
    matrix()[try_issuing.act.name] = {role: "x" for role in Role}
    yield
    matrix().pop(try_issuing.act.name)


def test_page_shows_number_and_files_but_no_content(client: Client) -> None:
    worker = make_staff()
    document = issued(worker)
    page = login(client, worker).get(f"/dokumen/{document.id}/").content.decode()
    assert document.number in page and document.sha256 in page
    assert f"/dokumen/{document.id}/pdf/" in page and f"/dokumen/{document.id}/docx/" in page
    for secret in ("Slamet", "KS-2026-0087", "Tujuan tercapai"):
        assert secret not in page


def test_files_are_downloads_with_names_that_name_nobody(client: Client) -> None:
    worker = make_staff()
    document = issued(worker)
    login(client, worker)
    for ending, start in (("pdf", b"%PDF"), ("docx", b"PK")):
        answer = client.get(f"/dokumen/{document.id}/{ending}/")
        assert answer.status_code == 200 and answer.content.startswith(start)
        assert answer.headers["Content-Disposition"].startswith('attachment; filename="dokumen-')
        assert "no-store" in answer.headers["Cache-Control"]


def test_drawing_has_no_editable_copy(client: Client) -> None:
    worker = make_staff()
    document = issued(worker, paper=genogram())
    login(client, worker)
    assert "/docx/" not in client.get(f"/dokumen/{document.id}/").content.decode()
    assert client.get(f"/dokumen/{document.id}/docx/").status_code == 422


@pytest.mark.parametrize(
    "role", ["social_worker", "supervisor", "front_desk", "volunteer", "admin", "auditor"]
)
def test_foreign_document_does_not_exist(client: Client, role: str) -> None:
    document = issued(make_staff())
    login(client, make_staff(role=role, scope="own"))
    for address in ("", "pdf/", "docx/"):
        assert client.get(f"/dokumen/{document.id}/{address}").status_code == 404
    assert client.post(f"/dokumen/{document.id}/cabut/", {"reason": "x"}).status_code == 404
    assert client.get(f"/dokumen/{uuid.uuid4()}/").status_code == 404
    assert IssuedDocument.objects.get().revoked_at is None


def test_revoking_asks_why_once_and_keeps_the_reason_inside(client: Client) -> None:
    office = make_office()
    document = issued(make_staff(office=office))
    login(client, make_staff(role="head_of_office", scope="office", office=office))
    address = f"/dokumen/{document.id}/cabut/"
    assert client.post(address, {"reason": " "}).status_code == 422
    for _twice in range(2):
        assert client.post(address, {"reason": "Salah alamat", "idempotency_key": "k1"}).status_code == 302
    page = client.get(f"/dokumen/{document.id}/").content.decode()
    assert "Salah alamat" in page and "cabut/" not in page
    again = client.post(address, {"reason": "Lagi", "idempotency_key": "k2"})
    assert again.status_code == 422 and "sudah dicabut" in again.content.decode()


def test_stranger_is_sent_to_the_login(client: Client) -> None:
    document = issued(make_staff())
    for address in ("", "pdf/", "docx/"):
        assert client.get(f"/dokumen/{document.id}/{address}").status_code == 302


def test_head_of_office_changes_the_logo_and_nobody_else_sees_the_page(client: Client) -> None:
    office = make_office()
    address = f"/kantor/{office.id}/kop-surat/"
    login(client, make_staff(role="head_of_office", scope="office", office=office))
    assert client.get(address).status_code == 200
    refused = client.post(
        address, {"picture": SimpleUploadedFile("x.png", b"no picture"), "idempotency_key": "a"}
    )
    assert refused.status_code == 422 and "tidak dapat dibaca" in refused.content.decode()
    buffer = io.BytesIO()
    Image.new("RGB", (40, 40), "teal").save(buffer, format="PNG")
    upload = SimpleUploadedFile("secret-name.png", buffer.getvalue())
    assert client.post(address, {"picture": upload, "idempotency_key": "b"}).status_code == 302
    assert "data:image/png" in Letterhead.objects.get(office=office).logo_svg
    for role, other in (("social_worker", office), ("head_of_office", make_office())):
        login(client, make_staff(role=role, scope="office", office=other))
        assert client.get(address).status_code == 404
        assert client.post(address, {"idempotency_key": "c"}).status_code == 404
    assert Letterhead.objects.filter(office=office).count() == 1
