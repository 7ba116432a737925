"""The client's door: who is not logged in goes to the portal's own login, staff to their desk."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from simpul.kernel.actor import ActorKind
from simpul.web.ui.acting import ActorRequest

P = ParamSpec("P")


def in_portal(
    *methods: str,
) -> Callable[[Callable[Concatenate[ActorRequest, P], HttpResponse]], Callable[..., HttpResponse]]:
    """A page for the client. Where she wanted to go is not kept in any address."""
    allowed = [*(methods or ("GET",)), *(["HEAD"] if not methods or "GET" in methods else [])]

    def decorate(view: Callable[Concatenate[ActorRequest, P], HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def enter(request: Any, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if request.actor.kind is ActorKind.CLIENT:
                return view(request, *args, **kwargs)
            return redirect("desk_home" if request.actor.kind is ActorKind.STAFF else "portal_login")

        enter.audience = "portal"  # type: ignore[attr-defined]
        limited: Callable[..., HttpResponse] = require_http_methods(allowed)(enter)
        return limited

    return decorate


def person_of(request: ActorRequest) -> uuid.UUID:
    """Whose file it is: always and only the client's own."""
    assert request.actor.person_id is not None  # the door lets only clients in
    return request.actor.person_id
