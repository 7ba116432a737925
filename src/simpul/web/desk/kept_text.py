"""Keeps what arrives while the door is shut, and forgets it once it has arrived where it belongs."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse

from simpul.kernel.errors import Refused
from simpul.workforce.commands.hold_text import hold_text
from simpul.workforce.commands.release_text import release_text

FILES, HELD = "__files", "held_text"
NOT_KEPT = (
    "/akun/",
    "/bahasa/",
    "/portal/masuk/",
    "/portal/mulai/",
    "/portal/saya/",
)  # passwords are never kept
ARRIVED = frozenset({204, 301, 302, 303})


def keep_what_was_sent(request: HttpRequest) -> None:
    """Keep a form that cannot be taken now; of files only the names, so that they are missed."""
    if request.method != "POST" or request.path.startswith(NOT_KEPT):
        return
    answers = {
        key: values for key, values in request.POST.lists() if key not in {"csrfmiddlewaretoken", HELD}
    }
    if request.FILES:
        answers[FILES] = [str(file.name) for _key, files in request.FILES.lists() for file in files]
    if not answers:
        return
    try:
        hold_text(request.actor, path=request.get_full_path(), answers=answers)  # type: ignore[attr-defined]
    except Refused:
        return  # somebody without any role: there is no page whose text could be lost


def release_if_arrived(request: HttpRequest, response: HttpResponse) -> None:
    """Forget the kept form that was sent again, once its act is done."""
    held = request.POST.get(HELD, "")
    if not held or response.status_code not in ARRIVED or not request.user.is_authenticated:
        return
    if "locked_at" in request.session:
        return
    try:
        release_text(request.actor, uuid.UUID(held))  # type: ignore[attr-defined]
    except (Refused, ValueError):
        return
