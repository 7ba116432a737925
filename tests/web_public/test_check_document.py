"""The page behind the square: works for everybody, tells little, and slows down who guesses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from simpul.documents.commands.revoke_document import revoke_document
from simpul.documents.rules.numbering import new_code
from simpul.kernel.actor import Role
from simpul.safeguards.permissions import matrix
from simpul.web.public.verify.pace import MOST_UNKNOWN
from tests.documents.issuing import issued, try_issuing
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture(autouse=True)
def _issuing() -> Iterator[None]:
    cache.clear()
    matrix()[try_issuing.act.name] = {role: "x" for role in Role}
    yield
    matrix().pop(try_issuing.act.name)


def test_page_asks_for_the_code(client: Client) -> None:
    page = client.get("/periksa/")
    assert page.status_code == 200
    assert 'name="code"' in page.content.decode()


@pytest.mark.parametrize("way", ["square", "typed"])
def test_genuine_and_revoked(client: Client, way: str) -> None:
    worker = make_staff()
    document = issued(worker)
    code = document.sheet["verify"]["code"]

    def ask() -> str:
        if way == "square":
            answer = client.get(f"/periksa/{code}")
        else:
            answer = client.post("/periksa/", {"code": code.lower().replace("-", " ")})
        assert answer.status_code == 200
        return answer.content.decode()

    page = ask()
    assert worker.office.name in page and "Dokumen ini asli" in page
    for secret in ("Slamet", "Riyadi", "KS-2026-0087", document.number, "terminasi"):
        assert secret not in page
    revoke_document(actor_of(worker), document.id, reason="Salah")
    page = ask()
    assert "dicabut" in page and "Salah" not in page


@pytest.mark.parametrize("code", ["x", "%00", "<script>alert(1)</script>", "A" * 500])
def test_strange_codes_are_unknown(client: Client, code: str) -> None:
    answer = client.get(f"/periksa/{code}")
    assert answer.status_code in {200, 404}
    assert "<script>alert" not in answer.content.decode()


def test_empty_and_endless_answers_keep_the_form(client: Client) -> None:
    for typed in ("", " ", "x" * 10_000):
        answer = client.post("/periksa/", {"code": typed})
        assert answer.status_code == 422
        assert 'name="code"' in answer.content.decode()


def test_who_guesses_is_slowed_down_and_who_asks_rightly_is_not(client: Client) -> None:
    code = issued(make_staff()).sheet["verify"]["code"]
    for _ in range(MOST_UNKNOWN + 5):
        assert client.get(f"/periksa/{code}").status_code == 200
    statuses = {client.get(f"/periksa/{new_code()}").status_code for _ in range(MOST_UNKNOWN + 1)}
    assert statuses == {200, 429}
    assert client.get(f"/periksa/{new_code()}").status_code == 429
    assert client.get(f"/periksa/{code}", REMOTE_ADDR="10.1.1.1").status_code == 200
