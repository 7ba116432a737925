"""Puts the actor on the request and gathers one page's readings into one entry of the log."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from simpul.kernel.actor import Actor, public_actor
from simpul.safeguards.unit import reading_unit


class ActingMiddleware:
    """``request.actor`` is who acts; without a login that is the public, who may do next to nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = _actor_of(request)  # type: ignore[attr-defined]
        with reading_unit():
            return self.get_response(request)


def _actor_of(request: HttpRequest) -> Actor:
    from simpul.workforce.acting import actor_for

    user = request.user
    if not user.is_authenticated or not user.is_active:
        return public_actor()
    return actor_for(user.pk)
