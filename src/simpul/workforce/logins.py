"""Accounts for staff: made by colleagues, opened by a link in a neutral mail, ended at once."""

from __future__ import annotations

import uuid

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from simpul.workforce.models import Account


def end_sessions_of(account_id: uuid.UUID) -> None:
    """Every session of this account is over with the next request that it makes."""
    Account.objects.filter(pk=account_id).update(session_epoch=F("session_epoch") + 1)


def invitation_link(account: Account) -> str:
    """Where the invited person chooses a password; works once, for three days."""
    key = default_token_generator.make_token(account)
    path = reverse(
        "account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(account), "key": key}
    )
    return f"{settings.SITE_ORIGIN.rstrip('/')}{path}"


def invite(account: Account) -> None:
    """Send the link once everything is saved; the mail names neither office nor work."""
    with override(account.language):
        subject = _("An account was opened for you")
        words = _(
            "Somebody you work with opened an account for you. Choose a password here within three days:\n\n"
            "%(link)s\n\n"
            "If you did not expect this, you need do nothing."
        ) % {"link": invitation_link(account)}

    def send() -> None:
        send_mail(subject, words, None, [account.email])

    transaction.on_commit(send, robust=True)
