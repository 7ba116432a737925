"""The frame's own pages: headers, errors, language, installable app, gallery."""

from __future__ import annotations

import json
import re

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import translation

from simpul.web.ui.headers import CONTENT_SECURITY_POLICY, SecurityHeaders

pytestmark = pytest.mark.django_db
FRAMES = [
    "/galeri/",
    "/galeri/?bingkai=publik",
    "/galeri/?bingkai=kecil",
    "/galeri/?bingkai=keliru",
    "/galeri/?bingkai=tulis",
    "/galeri/kunci/",
    "/luring/",
]


@pytest.mark.parametrize("path", [*FRAMES, "/manifest.webmanifest", "/sw.js", "/tidak-ada/"])
def test_headers_stand_on_every_answer(client: Client, path: str) -> None:
    answer = client.get(path)
    policy = answer.headers["Content-Security-Policy"]
    assert policy == CONTENT_SECURITY_POLICY
    assert "default-src 'none'" in policy
    assert not re.search(r"unsafe|nonce|http|\*|data:|blob:", policy)
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in answer.headers["Permissions-Policy"]


def test_no_view_can_loosen_the_headers() -> None:
    def lax(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Content-Security-Policy": "default-src *", "Cache-Control": "public"})

    answer = SecurityHeaders(lax)(RequestFactory().get("/"))
    assert answer.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert answer.headers["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("path", FRAMES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_frames_are_whole(client: Client, path: str, language: str) -> None:
    answer = client.get(path, headers={"accept-language": language})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in html
    assert html.count("<h1") == 1 and 'id="main"' in html and 'class="skip"' in html
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert sorted(ids) == sorted(set(ids)), "an id stands twice"
    assert "None" not in re.sub(r"<[^>]+>", "", html)


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500", "503"])
@pytest.mark.parametrize(("language", "hint"), [("id", "Yang dapat Anda lakukan"), ("en", "What you can do")])
def test_error_pages_say_what_to_do(name: str, language: str, hint: str) -> None:
    with translation.override(language):
        html = render_to_string(f"{name}.html")
    assert hint in html
    assert "<h1></h1>" not in html


def test_language_is_switched_by_post(client: Client) -> None:
    client.post("/bahasa/", {"language": "en", "next": "/luring/"})
    assert b"No connection" in client.get("/luring/").content


def test_manifest_names_icons_that_exist(client: Client) -> None:
    facts = json.loads(client.get("/manifest.webmanifest").content)
    assert facts["start_url"] == "/" and facts["display"] == "standalone"
    for icon in facts["icons"]:
        assert finders.find(icon["src"].removeprefix("/static/")), icon["src"]


def test_worker_keeps_only_the_frame(client: Client) -> None:
    script = client.get("/sw.js").content.decode()
    kept = json.loads(re.search(r"const FILES = (\[.*?\]);", script)[1])  # type: ignore[index]
    assert all(name.startswith("/static/") or name == "/luring/" for name in kept)
    for name in kept[:-1]:
        assert finders.find(name.removeprefix("/static/")), name
