"""What every answer to a machine has in common: no session, a mark of its state, a pace, faults as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from email.utils import format_datetime, parsedate_to_datetime
from functools import wraps
from hashlib import blake2b
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_http_methods

from simpul.directory.queries.hsds import hsds_state
from simpul.kernel.actor import public_actor
from simpul.kernel.errors import Hidden
from simpul.web.api.pace import SECONDS, too_fast
from simpul.web.ui.headers import OPEN_DATA

P = ParamSpec("P")
HERE = "/api/"
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}


class UnclearAsk(ValueError):
    """A parameter that cannot be read."""

    def __init__(self, name: str, remedy: str) -> None:
        super().__init__(f"{name}: {remedy}")
        self.name, self.remedy = name, remedy


class MachineDoor:
    """Takes cookies away before anything reads them: who is logged in gets what everybody gets."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(HERE):
            return self.get_response(request)
        request.COOKIES.clear()
        response = self.get_response(request)
        response.headers.pop("Vary", None)
        response.headers.pop("Content-Language", None)
        return response


def told(facts: object, status: int = 200) -> HttpResponse:
    return HttpResponse(json.dumps(facts, ensure_ascii=False), content_type="application/json", status=status)


def fault(status: int, message: str, **facts: object) -> HttpResponse:
    return told({"status": status, "message": message, **facts}, status)


def for_machines(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """A view that answers GET and HEAD for any origin; everything it can object to is said as JSON."""

    @wraps(view)
    def enter(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        answer = _answer(request, lambda: view(request, *args, **kwargs))
        setattr(answer, OPEN_DATA, True)
        return answer

    return require_http_methods(["GET", "HEAD", "OPTIONS"])(enter)


def _answer(request: HttpRequest, read: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=PREFLIGHT)
    if too_fast(request):
        slow = fault(429, "Too many requests. Try again in a minute.")
        slow.headers["Retry-After"] = str(SECONDS)
        return slow
    state = hsds_state(public_actor())
    marks = _marks(request, state.mark, state.changed_at)
    if _known(request, marks):
        return HttpResponse(status=304, headers=marks)
    try:
        answer = read()
    except Hidden:
        return fault(404, "There is no such record.")
    except UnclearAsk as unclear:
        return fault(400, unclear.remedy, parameter=unclear.name)
    for name, value in marks.items():
        answer.headers.setdefault(name, value)
    return answer


def _marks(request: HttpRequest, mark: str, changed_at: Any) -> dict[str, str]:
    digest = blake2b(f"{mark} {request.get_full_path()}".encode(), digest_size=12).hexdigest()
    found = {"ETag": f'"{digest}"'}
    return found | ({"Last-Modified": format_datetime(changed_at, usegmt=True)} if changed_at else {})


def _known(request: HttpRequest, marks: dict[str, str]) -> bool:
    """Whether the reader already has this state. A mark counts more than a date (RFC 9110)."""
    if asked := request.headers.get("If-None-Match"):
        return asked.strip() == "*" or marks["ETag"] in {
            one.strip().removeprefix("W/") for one in asked.split(",")
        }
    since = request.headers.get("If-Modified-Since", "")
    try:
        return bool(since) and parsedate_to_datetime(marks["Last-Modified"]) <= parsedate_to_datetime(since)
    except (ValueError, TypeError, KeyError):
        return False
