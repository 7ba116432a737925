"""The letter with which somebody chooses a password."""

from __future__ import annotations

import uuid

from django.core.mail import send_mail
from django.utils.translation import gettext as _
from django.utils.translation import override

from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce.logins import INVITATION, login_link
from simpul.workforce.models import Account


@command()
def mail_login_link(actor: Actor, *, account_id: uuid.UUID, why: str) -> bool:
    """Mail the link to an open account, nothing to an unknown one. It names neither office nor work."""
    account = Account.objects.filter(pk=account_id, is_active=True).first()
    note_in_audit(account=str(account_id), why=why, sent=account is not None)
    if account is None:
        return False
    with override(account.language):
        subject, words = _invitation() if why == INVITATION else _forgotten()
        send_mail(subject, words % {"link": login_link(account)}, None, [account.email])
    return True


def _invitation() -> tuple[str, str]:
    return _("An account was opened for you"), _(
        "Somebody you work with opened an account for you. Choose a password here within three days:\n\n"
        "%(link)s\n\n"
        "If you did not expect this, you need do nothing."
    )


def _forgotten() -> tuple[str, str]:
    return _("A new password for you"), _(
        "Somebody asked for a new password for this address. Choose one here within three days:\n\n"
        "%(link)s\n\n"
        "If it was not you, you need do nothing; your password stays as it is."
    )
