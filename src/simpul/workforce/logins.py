"""Accounts for staff: made by colleagues, opened by a link in a neutral mail, ended at once."""

from __future__ import annotations

import uuid

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.db.models import F
from django.urls import reverse

from simpul.jobs.commands.enqueue_job import enqueue_job
from simpul.kernel.actor import Actor
from simpul.kernel.refs import new_id
from simpul.workforce.models import Account

INVITATION, FORGOTTEN = "invitation", "forgotten"


def end_sessions_of(account_id: uuid.UUID) -> None:
    """Every session of this account is over with the next request that it makes."""
    Account.objects.filter(pk=account_id).update(session_epoch=F("session_epoch") + 1)


def login_link(account: Account) -> str:
    """Where the person chooses a password; works once, for three days."""
    key = default_token_generator.make_token(account)
    path = reverse(
        "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(account), "key": key}
    )
    return f"{settings.SITE_ORIGIN.rstrip('/')}{path}"


def order_login_link(actor: Actor, account_id: uuid.UUID, why: str) -> None:
    """Let the worker mail a link; the link itself is only made when the mail is sent."""
    enqueue_job(
        actor,
        kind="workforce.login_link",
        key=f"workforce.login_link:{new_id()}",
        payload={"account_id": str(account_id), "why": why},
    )


def shown_name(account: Account) -> str:
    """How messages of the login name somebody: never by the identifier."""
    return account.get_full_name()
