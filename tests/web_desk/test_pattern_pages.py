"""The pages of patterns and findings, as those who lead an office use them."""

from __future__ import annotations

import pytest
from django.test import Client

from simpul.advocacy.models import Finding
from tests.advocacy.counted import Counted, last_quarter, make_counted
from tests.factories.workforce import grant, login, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
WORDS = {"title": "Loket menolak", "words": "Aturannya bertentangan."}


@pytest.fixture
def led(client: Client) -> Counted:
    """Somebody who leads the office is logged in; fourteen persons met a barrier in the last quarter."""
    counted = make_counted()
    counted.meet(11, "document", at=last_quarter(), sex="f")
    counted.meet(3, "document", at=last_quarter(), sex="m")
    login(client, counted.world.supervisor_staff)
    return counted


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("", 200), ("?menurut=sex", 200), ("?menurut=area&wilayah=99.01", 200), ("?menurut=quarter", 200),
        ("?menurut=%00&triwulan=9999-4&wilayah=../..", 200), ("?triwulan=%F0%9F%98%80-3", 200),
        ("?menurut=area&wilayah=99.01%27--", 200), ("?kantor=zzz", 404),
    ],
)  # fmt: skip
def test_whatever_is_asked_is_answered(client: Client, led: Counted, asked: str, status: int) -> None:
    assert client.get(f"/pola/{asked}").status_code == status


def test_small_number_is_neither_in_the_page_nor_in_the_finding(client: Client, led: Counted) -> None:
    page = client.get("/pola/?menurut=sex").content.decode()
    assert ">14<" in page and ">3<" not in page and ">11<" not in page
    assert (
        "Jika dirinci begini" in page and "Jika dirinci begini" not in client.get("/pola/").content.decode()
    )
    assert client.post("/temuan/baru/?menurut=sex", {"title": "", "words": ""}).status_code == 422
    answer = client.post("/temuan/baru/?menurut=sex", WORDS)
    (made,) = Finding.objects.values_list("id", flat=True)
    assert answer.headers["Location"] == f"/temuan/{made}/"
    told = client.get(f"/temuan/{made}/").content.decode()
    assert "Loket menolak" in told and ">14<" in told and ">3<" not in told
    assert "Loket menolak" in client.get("/temuan/").content.decode()
    changed = client.post(f"/temuan/{made}/ubah/", {"title": "Dua loket", "words": "x", "version": "1"})
    assert changed.status_code == 302
    late = client.post(f"/temuan/{made}/ubah/", {"title": "Terlambat", "words": "x", "version": "1"})
    assert late.status_code == 422 and "Dua loket" in late.content.decode()


def test_for_others_there_is_no_such_page(client: Client, led: Counted) -> None:
    login(client, led.world.worker_staff)
    for path in ("/pola/", "/temuan/", "/temuan/baru/"):
        assert client.get(path).status_code == 404
    auditor = make_staff(role=None, office=led.world.office)
    grant(auditor, "auditor", "office")
    login(client, auditor)
    assert client.get("/pola/").status_code == 200 and client.get("/temuan/baru/").status_code == 404
