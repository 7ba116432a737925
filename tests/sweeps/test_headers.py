"""The edges of answers that are no pages, and planted faults that the look at every page must see.

The pages themselves are looked at in ``test_every_route_every_role``, one by one as everybody.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DataError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path as route

from tests.factories.workforce import PASSWORD
from tests.sweeps.addresses import every_address
from tests.sweeps.edges import faults_of
from tests.sweeps.probing import LEAVING, enter, undone
from tests.sweeps.world import MARK, Marked, make_marked_world

COOKIES = """
from simpul.config.settings import security as one
print(one.SESSION_COOKIE_SECURE, one.CSRF_COOKIE_SECURE, one.LANGUAGE_COOKIE_SECURE)
"""
pytestmark = pytest.mark.usefixtures("quiet_log")


def _told(where: str, answer: HttpResponse, path: str) -> list[str]:
    return [f"{where}: {fault}" for fault in faults_of(answer, path)]


def _errors(world: Marked) -> Iterator[tuple[str, str, HttpResponse]]:
    """Answers that are no pages: not found, not allowed, not proven, not understood, on the way elsewhere."""
    for who in ("anonymous", "w1", "client_SATU"):
        with undone():
            client = enter(world.accounts[who])
            for method, path in (
                ("GET", "/tidak-ada/"), ("GET", "/%00"), ("GET", "/kasus"), ("DELETE", "/kasus/"),
                ("HEAD", "/"), ("OPTIONS", "/portal/"), ("TRACE", "/akun/masuk/"), ("POST", "/periksa/"),
                ("PUT", "/sw.js"),
            ):  # fmt: skip
                yield who, path, client.generic(method, path)
            strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
            yield who, "/bahasa/", strict.post("/bahasa/", {"language": "en"})
            yield who, "/", client.get("/", HTTP_HOST="a b")
            for name in sorted(LEAVING):
                found = next(one for one in every_address() if one.name == name)
                yield who, name, client.post(found.path())


def test_answers_that_are_no_pages_have_closed_edges(db: None, settings: Any) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    faults, kinds = [], set()
    for who, path, answer in _errors(make_marked_world()):
        kinds.add(answer.status_code)
        faults += _told(f"{who} {path} {answer.status_code}", answer, path)
        faults += [
            f"{who} {path}: {name} travels without https"
            for name, one in answer.cookies.items()
            if one.value and not one["secure"]
        ]
    assert not faults, "\n".join(dict.fromkeys(faults))
    assert kinds >= {200, 302, 400, 403, 404, 405}


def test_login_and_language_cookies(db: None, settings: Any) -> None:
    from tests.factories.workforce import make_staff

    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = settings.LANGUAGE_COOKIE_SECURE = True
    account = make_staff().account
    assert account is not None
    client = Client()
    answer = client.post("/akun/masuk/", {"login": account.email, "password": PASSWORD})
    assert answer.cookies["simpul_session"]["secure"] and answer.cookies["simpul_session"]["httponly"]
    assert not _told("login", answer, "/akun/masuk/")
    for path in ("/bahasa/", "/profil/bahasa/"):
        answer = enter(account).post(path, {"language": "en"})
        assert answer.cookies["simpul_language"]["secure"], path
        assert not _told(path, answer, path)


def test_https_closes_every_cookie() -> None:
    found = subprocess.run(
        [sys.executable, "-c", COOKIES],
        env={**os.environ, "SIMPUL_HTTPS": "1", "PYTHONPATH": "src"}, capture_output=True, text=True,
    )  # fmt: skip
    assert found.stdout.split() == ["True"] * 3, found.stderr


def _planted(monkeypatch: pytest.MonkeyPatch, view: Any) -> Client:
    from django.urls import clear_url_caches

    from simpul.config import urls

    monkeypatch.setattr(urls, "urlpatterns", [route("ceroboh/", view), *urls.urlpatterns])
    clear_url_caches()
    return Client(raise_request_exception=False)


@pytest.fixture
def fresh_urls() -> Iterator[None]:
    yield
    from django.urls import clear_url_caches

    clear_url_caches()


def test_faults_of_ours_and_of_the_database_have_closed_edges(
    fresh_urls: None, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(request: HttpRequest) -> HttpResponse:
        raise OperationalError("the connection is closed") if request.GET else RuntimeError("of ours")

    client = _planted(monkeypatch, broken)
    ours, away = client.get("/ceroboh/"), client.get("/ceroboh/?1")
    assert (ours.status_code, away.status_code) == (500, 503)
    assert int(away.headers["Retry-After"]) > 0 and "Retry-After" not in ours.headers
    assert not _told("500", ours, "/ceroboh/") + _told("503", away, "/ceroboh/")


def test_what_was_typed_is_shown_while_the_database_is_away(
    fresh_urls: None, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(request: HttpRequest) -> HttpResponse:
        raise OperationalError("the connection is closed")

    client, words = _planted(monkeypatch, away), "Ibu bercerita bahwa anaknya sudah sekolah lagi."
    answer = client.post(
        "/ceroboh/", {"words": words, "password": "p" * 30}, HTTP_SEC_FETCH_SITE="same-origin"
    )
    assert answer.status_code == 503
    assert words in answer.content.decode() and "p" * 30 not in answer.content.decode()


@pytest.mark.parametrize("error", [DataError("NUL"), OverflowError("too large"), "\ud800".encode])
def test_what_cannot_be_kept_is_refused_in_words(
    fresh_urls: None, db: None, monkeypatch: pytest.MonkeyPatch, error: Any
) -> None:
    def unkeepable(request: HttpRequest) -> HttpResponse:
        raise error if isinstance(error, Exception) else RuntimeError(error())

    client, words = _planted(monkeypatch, unkeepable), "Ibu bercerita bahwa anaknya sudah sekolah lagi."
    answer = client.post("/ceroboh/", {"words": words}, HTTP_SEC_FETCH_SITE="same-origin")
    assert answer.status_code == 422 and words in answer.content.decode()


def test_signs_that_no_column_holds_are_refused_by_either_database(db: None) -> None:
    from tests.factories.workforce import make_staff

    client = enter(make_staff().account)
    for path, name in (
        ("/cari/wilayah/", "q"),
        ("/draf/simpan/", "draft_key"),
        ("/draf/buang/", "draft_key"),
    ):
        assert client.post(path, {name: "Si\x00ti", "words": "x"}).status_code < 500


PLANTED = {
    "policy": ("Content-Security-Policy", "default-src 'none'; script-src 'self' 'unsafe-inline'"),
    "Cache-Control": ("Cache-Control", "max-age=60"),
    "Referrer-Policy": ("Referrer-Policy", "unsafe-url"),
    "X-Content-Type-Options": ("X-Content-Type-Options", ""),
    "X-Frame-Options": ("X-Frame-Options", "SAMEORIGIN"),
    "Cross-Origin-Opener-Policy": ("Cross-Origin-Opener-Policy", "unsafe-none"),
    "Cross-Origin-Resource-Policy": ("Cross-Origin-Resource-Policy", "cross-origin"),
    "Permissions-Policy": ("Permissions-Policy", "camera=(self)"),
    "Server": ("Server", "gunicorn/27"),
    "Location": ("Location", f"/cari/?nama={MARK}SATU-0001"),
    "Content-Disposition": ("Content-Disposition", f'attachment; filename="{MARK}SATU-0001.pdf"'),
}


@pytest.mark.parametrize("sign", PLANTED)
def test_a_loosened_header_is_caught(client: Client, db: None, sign: str) -> None:
    answer = client.get("/akun/masuk/")
    assert not _told("as it is", answer, "/akun/masuk/")
    name, value = PLANTED[sign]
    answer.headers[name] = value
    assert any(re.match(sign, fault) for fault in faults_of(answer, "/akun/masuk/"))


@pytest.mark.parametrize(
    ("page", "sign"),
    [
        (f"<title>{MARK}SATU-0001</title>", "title tells"),
        (f'<a href="/cari/{MARK}SATU-0001">x</a>', "address tells"),
        ('<form action="/cari/"><input name="nama"></form>', "a form that puts"),
        ('<img src="https://elsewhere.example/x.png">', "foreign"),
    ],
)
def test_a_careless_page_is_caught(client: Client, db: None, page: str, sign: str) -> None:
    answer = client.get("/akun/masuk/")
    answer.content = page.encode()
    answer.set_cookie("simpul_session", f"{MARK}SATU", samesite="None")
    found = list(faults_of(answer, "/akun/masuk/"))
    assert any(fault.startswith(sign) for fault in found)
    assert {"cookie simpul_session is for scripts", "cookie simpul_session tells"} <= set(found)
