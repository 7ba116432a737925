"""What must be settled before a page opens: an unlocked screen, a second step, the code of ethics.

Whatever is sent while the door is shut is kept, encrypted with its sender's key, and offered again.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from simpul.kernel.actor import ActorKind
from simpul.web.desk import idle_lock
from simpul.web.desk.account import second_step
from simpul.web.desk.kept_text import keep_what_was_sent, release_if_arrived
from simpul.workforce.queries.own_desk import ethics_page

ETHICS = "ethics_version"
# Pages that open whatever else is unsettled: leaving, language, the frame's own files, keeping a draft.
ALWAYS = frozenset(
    {
        "account_logout",
        "set_language",
        "manifest",
        "service_worker",
        "offline",
        "draft",
        "account_inactive",
        "portal_draft",
        "portal_leave",
        "portal_quick_exit",
    }
)
# A client has no desk: these pages of accounts are not hers (the portal has its own).
NOT_FOR_CLIENTS = (
    "mfa_",
    "usersessions_",
    "account_change",
    "account_set",
    "account_reauth",
    "lock",
    "unlock",
)
ETHICS_PAGES = frozenset({"desk_ethics"})


class Threshold:
    """Asks, in this order: is the session too old, is the screen locked, second step, code of ethics."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        known = request.user.is_authenticated
        if known and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            translation.activate(request.actor.language)  # type: ignore[attr-defined]
            request.LANGUAGE_CODE = translation.get_language()
        response = self.get_response(request)
        if known and request.method == "POST":
            release_if_arrived(request, response)
            if _name(request) in ("account_logout", "portal_leave"):
                response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        if not request.user.is_authenticated or _name(request) in ALWAYS:
            return None
        return _too_old(request) or _locked(request) or _elsewhere(request) or _unsettled(request)


def _name(request: HttpRequest) -> str:
    return (request.resolver_match.url_name or "") if request.resolver_match else ""


def _too_old(request: HttpRequest) -> HttpResponse | None:
    born = request.session.setdefault("born", time.time())
    if time.time() - born <= settings.SESSION_HOURS * 3600:
        return None
    return _out(request)


def _out(request: HttpRequest) -> HttpResponse:
    """End the session; what was being sent is kept for its sender."""
    door = "portal_login" if _is_client(request) else "account_login"
    keep_what_was_sent(request)
    logout(request)
    messages.info(
        request, _("Your session has ended. Log in again; what you had just sent was kept for you.")
    )
    return _go(request, reverse(door))


def _is_client(request: HttpRequest) -> bool:
    actor = request.actor  # type: ignore[attr-defined]
    return actor.kind is ActorKind.CLIENT


def _elsewhere(request: HttpRequest) -> HttpResponse | None:
    if _is_client(request) and _name(request).startswith(NOT_FOR_CLIENTS):
        return _go(request, reverse("portal_home"))
    return None


def _locked(request: HttpRequest) -> HttpResponse | None:
    if idle_lock.is_locked(request):
        if _is_client(request):  # perhaps on somebody else's telephone: out, not locked
            return _out(request)
        if _name(request) in idle_lock.OPEN_WHEN_LOCKED:
            return None
        keep_what_was_sent(request)
        idle_lock.remember_way(request)
        return _go(request, reverse("unlock"))
    idle_lock.touch(request)
    return None


def _unsettled(request: HttpRequest) -> HttpResponse | None:
    actor = request.actor  # type: ignore[attr-defined]
    name = _name(request)
    if actor.kind is not ActorKind.STAFF or not actor.grants or name in idle_lock.OPEN_WHEN_LOCKED:
        return None
    if second_step.is_owed(request, actor) and not name.startswith(second_step.PAGES):
        keep_what_was_sent(request)
        messages.warning(request, _("Your role needs a second step at login. Set it up to go on."))
        return _go(request, reverse("mfa_index"))
    if name in ETHICS_PAGES or name.startswith(second_step.PAGES):
        return None
    return _ethics(request, actor)


def _ethics(request: HttpRequest, actor: Any) -> HttpResponse | None:
    from simpul.workforce.ethics import current_code

    if request.session.get(ETHICS) == current_code().version:
        return None
    if ethics_page(actor).accepted_at is not None:
        request.session[ETHICS] = current_code().version
        return None
    keep_what_was_sent(request)
    return _go(request, reverse("desk_ethics"))


def _go(request: HttpRequest, address: str) -> HttpResponse:
    """Send the reader elsewhere; htmx is told to load the whole page."""
    if request.headers.get("HX-Request") == "true":
        response = HttpResponse(status=204)
        response.headers["HX-Redirect"] = address
        return response
    return HttpResponseRedirect(address)
