"""The locked screen and what was kept while it was locked."""

from __future__ import annotations

import uuid
from urllib.parse import urlencode

from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.core import ratelimit
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from simpul.web.desk import idle_lock
from simpul.web.desk.account.forms import UnlockForm
from simpul.web.desk.kept_text import FILES
from simpul.web.ui.acting import ActorRequest
from simpul.workforce.commands.release_text import release_text
from simpul.workforce.queries.own_desk import held_texts

_ENVELOPE = frozenset({"idempotency_key", "version", "next", "draft_key", FILES})


@login_required
@require_POST
def lock(request: ActorRequest) -> HttpResponse:
    """Lock the screen, by hand or by the clock of the page."""
    idle_lock.remember_way(request, request.POST.get("next", ""))
    idle_lock.lock(request)
    return redirect("unlock")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def unlock(request: ActorRequest) -> HttpResponse:
    """Ask for the password or the passkey of whoever is logged in."""
    if not idle_lock.is_locked(request) or idle_lock.passkey_since_lock(request):
        return _go_on(request)
    form = UnlockForm(request.POST or None)
    if form.is_valid():
        if not ratelimit.consume(request, action="reauthenticate", user=request.user):
            form.add_error("password", _("Too many attempts. Wait a minute, then try again."))
        elif request.user.check_password(form.cleaned_data["password"]):
            reauthenticate_by_password(request)
            return _go_on(request)
        elif idle_lock.count_miss(request):
            logout(request)
            messages.error(request, _("The password was wrong too often. Log in again; your text is kept."))
            return redirect("account_login")
        else:
            form.add_error("password", _("That is not the password. Try again."))
    return render(
        request, "account/locked.html", _locked_page(request, form), status=422 if form.errors else 200
    )


def _locked_page(request: ActorRequest, form: UnlockForm) -> dict[str, object]:
    way = urlencode({"next": reverse("unlock")})
    passkey = is_mfa_enabled(request.user, [Authenticator.Type.WEBAUTHN])
    return {
        "form": form,
        "passkey_url": f"{reverse('mfa_reauthenticate_webauthn')}?{way}" if passkey else "",
        "has_password": request.user.is_authenticated and request.user.has_usable_password(),
    }


def _go_on(request: ActorRequest) -> HttpResponse:
    idle_lock.unlock(request)
    if held_texts(request.actor):
        return redirect("kept_texts")
    return redirect(idle_lock.take_way(request))


def _is_text(name: str, values: list[str]) -> bool:
    return any(values) and name not in _ENVELOPE


@login_required
@require_safe
def kept_texts(request: ActorRequest) -> HttpResponse:
    """What was sent while the screen was locked: send it now, or discard it."""
    kept = [
        {
            "held": one,
            "hidden": [
                (name, value) for name, values in one.answers.items() if name != FILES for value in values
            ],
            "shown": ["\n".join(values) for name, values in one.answers.items() if _is_text(name, values)],
            "files": one.answers.get(FILES, []),
        }
        for one in held_texts(request.actor)
    ]
    return render(
        request, "account/kept_texts.html", {"kept": kept, "way": request.session.get("locked_way", "/")}
    )


@login_required
@require_POST
def discard_text(request: ActorRequest, held_id: uuid.UUID) -> HttpResponse:
    """Forget one kept form."""
    release_text(request.actor, held_id)
    return redirect("kept_texts" if held_texts(request.actor) else idle_lock.take_way(request))
