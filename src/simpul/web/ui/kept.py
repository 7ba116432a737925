"""When a form comes from a page that was open too long, its text is shown again, not lost."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

ENVELOPE = frozenset({"csrfmiddlewaretoken", "idempotency_key", "version", "draft_key", "next", "password"})
LEAST = 20


def typed_texts(request: HttpRequest) -> tuple[str, ...]:
    """The longer answers of a form that came from our own page; what a foreign page sent is not repeated."""
    if request.headers.get("Sec-Fetch-Site") != "same-origin":
        return ()
    return tuple(
        text
        for name, texts in request.POST.lists()
        if name not in ENVELOPE and "password" not in name
        for text in map(str, texts)
        if len(text) >= LEAST
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form could not be proven to come from its reader."""
    return render(request, "403_csrf.html", {"texts": typed_texts(request)}, status=403)
