"""The staff's door: who is not logged in goes to the login, a client goes to her portal."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from simpul.kernel.actor import ActorKind
from simpul.web.ui.acting import ActorRequest

P = ParamSpec("P")


def at_desk(
    *methods: str,
) -> Callable[[Callable[Concatenate[ActorRequest, P], HttpResponse]], Callable[..., HttpResponse]]:
    """A page for staff, answering to these methods (GET and HEAD unless told). The gate decides the rest."""
    allowed = [*(methods or ("GET",)), *(["HEAD"] if not methods or "GET" in methods else [])]

    def decorate(view: Callable[Concatenate[ActorRequest, P], HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def enter(request: Any, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if request.actor.kind is ActorKind.STAFF:
                return view(request, *args, **kwargs)
            if request.actor.kind is ActorKind.CLIENT:
                return redirect("portal_home")
            return _to_login(request)

        enter.audience = "desk"  # type: ignore[attr-defined]
        limited: Callable[..., HttpResponse] = require_http_methods(allowed)(enter)
        return limited

    return decorate


def _to_login(request: HttpRequest) -> HttpResponse:
    if request.path == "/" and request.method in ("GET", "HEAD"):
        return redirect("welcome")
    if request.method == "GET":
        return redirect_to_login(request.get_full_path())
    return redirect_to_login("/")
