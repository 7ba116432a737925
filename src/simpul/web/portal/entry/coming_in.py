"""Proving who one is, at the same price and with the same answer whether the name exists or not."""

from __future__ import annotations

import uuid

from allauth.core import ratelimit
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth import login as begin_session
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from simpul.kernel.actor import public_actor
from simpul.kernel.errors import InvalidInput
from simpul.registry.commands.enter_portal import enter_portal
from simpul.registry.commands.open_portal import open_portal
from simpul.registry.rules.door_codes import plain
from simpul.web.portal.entry.forms import FirstTime, Login
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.language import say
from simpul.workforce.acting import actor_for
from simpul.workforce.queries.own_desk import held_texts


def _too_fast(request: ActorRequest, name: str) -> bool:
    """Counted for the address and for the name as typed, existing or not."""
    return not ratelimit.consume(request, action="portal", key=plain(name))


def by_password(request: ActorRequest, form: Login) -> uuid.UUID | None:
    """The account behind these answers; otherwise the form says why not, and never more."""
    facts = form.cleaned_data
    if _too_fast(request, facts["name"]):
        form.refusal = _("Too many attempts. Wait five minutes, then try again.")
        return None
    account_id = enter_portal(public_actor(), name=facts["name"], password=facts["password"])
    if account_id is None:
        form.refusal = _("Name and password do not fit together. Look at both again, or ask your worker.")
    return account_id


def by_code(request: ActorRequest, form: FirstTime) -> uuid.UUID | None:
    """The account that this one-time code opens; otherwise the form says why not, and never more."""
    facts = form.cleaned_data
    if _too_fast(request, facts["name"]):
        form.refusal = _("Too many attempts. Wait five minutes, then try again.")
        return None
    try:
        account_id = open_portal(
            public_actor(), name=facts["name"], code=facts["code"], password=facts["password"]
        )
    except InvalidInput as error:
        for fault in error.faults:
            form.add_error(fault.field, say(fault.text))
        return None
    if account_id is None:
        form.refusal = _(
            "Name and code do not fit together, or the code no longer works. After five wrong codes or "
            "seven days your worker gives you a new one."
        )
    return account_id


def come_in(request: ActorRequest, account_id: uuid.UUID) -> HttpResponse:
    """Begin the session; what was kept when the last one ended is offered first."""
    account = get_user_model().objects.get(pk=account_id)
    begin_session(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect("kept_texts" if held_texts(actor_for(account_id)) else "portal_home")
