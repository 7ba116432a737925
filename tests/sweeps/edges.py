"""What a browser, a cache or a neighbour could read off the edges of an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.http import HttpResponse

from tests.sweeps.probing import forms_in
from tests.sweeps.world import MARK

# Written here once more, not read from the house: a header that is loosened there is missed here.
EXACT = {
    "Referrer-Policy": {"same-origin", "no-referrer"},
    "X-Content-Type-Options": {"nosniff"},
    "X-Frame-Options": {"DENY"},
    "Cross-Origin-Opener-Policy": {"same-origin"},
    "Cross-Origin-Resource-Policy": {"same-origin"},
}
CLOSED = ("default-src", "frame-ancestors", "base-uri")  # 'none'
FEATURES = ("camera", "geolocation", "microphone", "payment", "usb")
WORDS = {"text", "search", "email", "tel", "textarea", "password", "number", "date", "url"}
# Data about nobody, for any site: caches may keep them, and nothing of a session is in them.
OPEN_DATA = "/api/"
OPEN_EXACT = EXACT | {"Cross-Origin-Resource-Policy": {"cross-origin"}}
# Filters whose words concern no client: days and acts of the log.
OPEN_FILTERS = {"/jejak-audit/"}


_TITLE = re.compile(r"<title>(.*?)</title>", re.S)
_ADDRESS = re.compile(r'\b(href|src|action|hx-get|hx-post|formaction|id|name|for)="([^"]*)"')
_GET_FORM = re.compile(r'<form(?![^>]*method="post")', re.I)


def faults_of(answer: HttpResponse, path: str) -> Iterator[str]:
    """What is wrong at the edges of this answer."""
    yield from _policy_faults(answer.headers.get("Content-Security-Policy", ""))
    opened = path.startswith(OPEN_DATA) and "Access-Control-Allow-Origin" in answer.headers
    for name, allowed in (OPEN_EXACT if opened else EXACT).items():
        if answer.headers.get(name) not in allowed:
            yield f"{name}: {answer.headers.get(name)}"
    if opened and (answer.cookies or "Cookie" in answer.headers.get("Vary", "")):
        yield "open data that know a session"
    if "no-store" not in answer.headers.get("Cache-Control", "") and not opened:
        yield f"Cache-Control: {answer.headers.get('Cache-Control')}"
    if not opened and "Access-Control-Allow-Origin" in answer.headers:
        yield "open to other sites"
    features = answer.headers.get("Permissions-Policy", "")
    yield from (f"Permissions-Policy: {one}" for one in FEATURES if f"{one}=()" not in features)
    for name in ("Server", "X-Powered-By", "Via"):
        if name in answer.headers:
            yield f"{name}: {answer.headers[name]}"
    for name in ("Location", "Content-Disposition", "HX-Redirect", "Link", "HX-Push-Url"):
        if MARK in answer.headers.get(name, ""):
            yield f"{name} tells: {answer.headers[name]}"
    yield from _cookie_faults(answer)
    if "html" in answer.headers.get("Content-Type", "") and not answer.streaming:
        yield from _page_faults(answer, path)


def _cookie_faults(answer: HttpResponse) -> Iterator[str]:
    for name, cookie in answer.cookies.items():
        if cookie["domain"] or cookie["samesite"] not in {"Lax", "Strict"}:
            yield f"cookie {name}: {cookie.OutputString()}"
        if name in {"simpul_session", "csrftoken"} and not cookie["httponly"] and cookie.value:
            yield f"cookie {name} is for scripts"
        if MARK in cookie.value:
            yield f"cookie {name} tells"


def _policy_faults(policy: str) -> Iterator[str]:
    told = {words.split()[0]: words.split()[1:] for words in policy.split(";") if words.split()}
    for name in CLOSED:
        if told.get(name) != ["'none'"]:
            yield f"policy {name}: {told.get(name)}"
    if told.get("form-action") != ["'self'"]:
        yield f"policy form-action: {told.get('form-action')}"
    for name, sources in told.items():
        loose = [one for one in sources if one not in {"'none'", "'self'"}]
        if loose and not name.startswith("report"):
            yield f"policy {name}: {loose}"


def _page_faults(answer: HttpResponse, path: str) -> Iterator[str]:
    page = answer.content.decode("utf-8", "replace")
    if (title := _TITLE.search(page)) and MARK in title[1]:
        yield f"title tells: {title[1].strip()}"
    for name, address in _ADDRESS.findall(page):
        if MARK in address:
            yield f"address tells: {address}"
        if name == "src" and address.startswith(("http", "//")):
            yield f"foreign: {address}"
    for form in forms_in(answer, path) if _GET_FORM.search(page) else ():
        named = {name for name, kind in form.kinds.items() if kind in WORDS}
        if form.method == "get" and named and form.action.split("?")[0] not in OPEN_FILTERS:
            yield f"a form that puts {sorted(named)} into the address: {form.action}"
