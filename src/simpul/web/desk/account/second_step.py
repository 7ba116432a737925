"""Who must have a second step at login (one-time code or passkey), and whether he has it."""

from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest

from simpul.kernel.actor import Actor, Role, Scope

PAGES = ("mfa_", "account_", "usersessions_")
_DONE = "second_step"
_POWERFUL = frozenset({Role.ADMIN, Role.AUDITOR, Role.HEAD_OF_OFFICE})


def is_owed(request: HttpRequest, actor: Actor) -> bool:
    """Whether this person must set up a second step before anything else opens."""
    if not is_demanded(actor):
        return False
    name = (request.resolver_match.url_name or "") if request.resolver_match else ""
    if name.startswith("mfa_"):
        request.session.pop(_DONE, None)  # it may be switched off there: ask anew afterwards
        return False
    if not request.session.get(_DONE) and is_mfa_enabled(request.user):
        request.session[_DONE] = True
    return not request.session.get(_DONE)


def is_demanded(actor: Actor) -> bool:
    """What the setting ``SIMPUL_MFA`` asks of these roles."""
    if settings.MFA_DEMAND == "required":
        return True
    if settings.MFA_DEMAND != "powerful":
        return False
    wide = any(one.role is Role.SUPERVISOR and one.scope is Scope.AREA for one in actor.grants)
    return wide or bool(actor.roles & _POWERFUL)
