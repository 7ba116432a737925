"""How a view runs an act: once, with every objection shown next to the form and everything typed kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from simpul.kernel.actor import Actor
from simpul.kernel.errors import ActError, Conflict, Hidden
from simpul.safeguards.idempotency import fingerprint, once
from simpul.web.ui.forms import ActForm

Act = Callable[..., object]
Current = Callable[[], tuple[Mapping[str, object], int | None]]


def _body(form: ActForm) -> str:
    facts: dict[str, object] = {}
    for name, value in form.facts.items():
        if hasattr(value, "chunks"):  # an uploaded file counts by its content
            digest = hashlib.sha256()
            for chunk in value.chunks():
                digest.update(chunk)
            value.seek(0)
            facts[name] = f"{value.name}:{digest.hexdigest()}"
        else:
            facts[name] = str(value)
    return fingerprint(facts)


def perform(
    request: HttpRequest,
    form: ActForm,
    act: Callable[[], object],
    done_url: str | Callable[[str], str],
    *,
    current: Current | None = None,
    name: str = "",
) -> HttpResponse | None:
    """Run ``act`` once for this form; a redirect when done, None when the form must be shown again.

    ``done_url`` may be a function of the act's answer (as text, usually the new record's id).
    ``current`` gives the stored values and version after a lost race.
    """
    if not form.is_valid():
        return None
    actor: Actor = request.actor  # type: ignore[attr-defined]
    label = name or getattr(request.resolver_match, "view_name", "") or request.path
    try:
        answer = once(actor, form.key, _body(form), label, act)
    except Hidden:
        raise
    except Conflict as error:
        stored, version = current() if current else ({}, None)
        form.take_conflict(error, stored, version)
        return None
    except ActError as error:
        form.take_faults(error)
        return None
    return done(request, done_url(answer) if callable(done_url) else done_url)


def done(request: HttpRequest, address: str) -> HttpResponse:
    """Go on to the next page; htmx is told to load it as a whole."""
    if request.headers.get("HX-Request") == "true":
        response = HttpResponse(status=204)
        response.headers["HX-Redirect"] = address
        return response
    return HttpResponseRedirect(address)
