"""Puts the actor on the request, gathers one page's readings into one entry of the log, answers refusals."""

from __future__ import annotations

from collections.abc import Callable

from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from simpul.kernel.actor import Actor, public_actor
from simpul.kernel.errors import ActError, Hidden, Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.unit import reading_unit
from simpul.web.ui.kept import typed_texts
from simpul.workforce.acting import actor_behind

# A NUL, half a sign, a number beyond the column: forms refuse them beside the field; this is for what is read
# without a form.
UNKEEPABLE = (DataError, OverflowError, UnicodeEncodeError)
CANNOT_KEEP = Text(
    N_("Something in what you sent is no text or number that can be kept. Take it out and send it again.")
)


class ActorRequest(HttpRequest):
    """A request whose actor is known."""

    actor: Actor


class ActingMiddleware:
    """``request.actor`` is who acts; without a login that is the public, who may do next to nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = _actor_of(request)  # type: ignore[attr-defined]
        with reading_unit():
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Hidden looks like absent (404); any other objection of an act is shown in words."""
        if isinstance(error, Hidden):
            raise Http404 from error
        if isinstance(error, ActError):
            return _refused(request, error.text, 403 if isinstance(error, Refused) else 422)
        return _refused(request, CANNOT_KEEP, 422) if isinstance(error, UNKEEPABLE) else None


def _refused(request: HttpRequest, reason: Text, status: int) -> HttpResponse:
    told = {"reason": reason, "texts": typed_texts(request)}
    return render(request, "ui/refused.html", told, status=status)


def _actor_of(request: HttpRequest) -> Actor:
    user = request.user
    if not user.is_authenticated or not user.is_active:
        return public_actor()
    return actor_behind(user)
