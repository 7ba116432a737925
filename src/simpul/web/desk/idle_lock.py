"""The screen locks after minutes without a touch: the server itself asks again who is there."""

from __future__ import annotations

import time

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

LOCKED, TOUCHED, WAY, MISSES = "locked_at", "touched_at", "locked_way", "unlock_misses"
OPEN_WHEN_LOCKED = frozenset({"lock", "unlock", "mfa_reauthenticate_webauthn"})
MOST_MISSES = 5
_WRITE_EVERY = 20  # seconds; a page must not cost a session write each


def is_locked(request: HttpRequest) -> bool:
    """Whether the screen is locked, or falls locked now because nobody touched it for too long."""
    if LOCKED in request.session:
        return True
    moment = time.time()
    if moment - request.session.setdefault(TOUCHED, moment) > settings.IDLE_MINUTES * 60:
        lock(request)
        return True
    return False


def lock(request: HttpRequest) -> None:
    request.session[LOCKED] = time.time()


def touch(request: HttpRequest) -> None:
    """Somebody is at work."""
    moment = time.time()
    if moment - request.session.get(TOUCHED, 0) > _WRITE_EVERY:
        request.session[TOUCHED] = moment


def unlock(request: HttpRequest) -> None:
    for key in (LOCKED, MISSES):
        request.session.pop(key, None)
    request.session[TOUCHED] = time.time()


def remember_way(request: HttpRequest, path: str = "") -> None:
    """Where to go on after unlocking; kept in the session, so that no address carries it."""
    path = path or (request.get_full_path() if request.method == "GET" else "")
    if path and url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        request.session[WAY] = path


def take_way(request: HttpRequest) -> str:
    return str(request.session.pop(WAY, "/"))


def passkey_since_lock(request: HttpRequest) -> bool:
    """Whether a passkey was shown after the lock fell."""
    since = request.session.get(LOCKED, float("inf"))
    return any(
        record.get("type") == "webauthn" and record.get("reauthenticated") and record.get("at", 0) >= since
        for record in get_authentication_records(request, request.user)
    )


def count_miss(request: HttpRequest) -> bool:
    """Count a wrong password; True when it was one too many."""
    request.session[MISSES] = request.session.get(MISSES, 0) + 1
    return bool(request.session[MISSES] >= MOST_MISSES)
