"""The door of an agency: a session opened with a letter's number and code, for that referral alone."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from simpul.kernel.actor import public_actor
from simpul.referral.queries.partner_view import Seat, partner_seat
from simpul.web.ui.acting import ActorRequest

P = ParamSpec("P")
OPENED, TOUCHED = "partner_doors", "partner_touched"


def remember(request: HttpRequest, door_id: uuid.UUID, epoch: int) -> uuid.UUID | None:
    """This browser has opened the door; which referral it leads to. The session's name changes, so that no
    link hands it on."""
    request.session.cycle_key()
    request.session[OPENED] = {**request.session.get(OPENED, {}), str(door_id): epoch}
    request.session[TOUCHED] = time.time()
    seat = partner_seat(public_actor(), door_id=door_id, epoch=epoch)
    return seat.referral_id if seat else None


def forget(request: HttpRequest) -> None:
    """Whoever sits here next reads nothing."""
    request.session.pop(OPENED, None)
    request.session.pop(TOUCHED, None)
    request.session.cycle_key()


def seats(request: HttpRequest) -> tuple[Seat, ...]:
    """The referrals that this browser may look at now; after a while without a touch, none."""
    held: dict[str, int] = request.session.get(OPENED, {})
    if not held:
        return ()
    if time.time() - request.session.get(TOUCHED, 0) > settings.IDLE_MINUTES * 60:
        forget(request)
        return ()
    request.session[TOUCHED] = time.time()
    found = (partner_seat(public_actor(), door_id=uuid.UUID(one), epoch=epoch) for one, epoch in held.items())
    return tuple(seat for seat in found if seat is not None)


def at_seat(
    *methods: str,
) -> Callable[[Callable[Concatenate[ActorRequest, uuid.UUID, P], HttpResponse]], Callable[..., HttpResponse]]:
    """A page for the agency of this referral. To everybody else it looks like one that does not exist."""
    allowed = [*(methods or ("GET",)), *(["HEAD"] if not methods or "GET" in methods else [])]

    def decorate(
        view: Callable[Concatenate[ActorRequest, uuid.UUID, P], HttpResponse],
    ) -> Callable[..., HttpResponse]:
        @wraps(view)
        def enter(
            request: Any, referral_id: uuid.UUID | str, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponse:
            wanted = uuid.UUID(str(referral_id))
            seat = next((one for one in seats(request) if one.referral_id == wanted), None)
            if seat is None:
                return redirect("partner_home")
            request.actor = seat.actor
            return view(request, wanted, *args, **kwargs)

        enter.audience = "partner"  # type: ignore[attr-defined]
        limited: Callable[..., HttpResponse] = require_http_methods(allowed)(enter)
        return limited

    return decorate
