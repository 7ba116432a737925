"""Logins of clients: without an e-mail address, opened and shut by the acts of the registry."""

from __future__ import annotations

import secrets
import uuid

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from simpul.kernel.text import N_, Text
from simpul.workforce.logins import end_sessions_of
from simpul.workforce.models import Account

SHORTEST = 12


def open_client_login(person_id: uuid.UUID, language: str) -> uuid.UUID:
    """The one account of this person, without a password until she has chosen one; old sessions end.

    The address is made up and leads nowhere: no mail is ever sent to a client.
    """
    account = Account.objects.filter(person_id=person_id).first()
    if account is None:
        address = f"{secrets.token_hex(16)}@portal.invalid"
        account = Account.objects.create_user(address, None, person_id=person_id, language=language)
        return account.id
    account.is_active = True
    account.language = language
    account.set_unusable_password()
    account.save()
    end_sessions_of(account.id)
    return account.id


def close_client_login(account_id: uuid.UUID) -> None:
    """Nobody logs in any more, and every session ends with its next click."""
    Account.objects.filter(pk=account_id).update(is_active=False)
    end_sessions_of(account_id)


def set_client_password(account_id: uuid.UUID, password: str) -> None:
    account = Account.objects.get(pk=account_id)
    account.set_password(password)
    account.save(update_fields=["password"])


def password_fits(account_id: uuid.UUID | None, password: str) -> bool:
    """Whether this password opens this account; costs the same when there is none."""
    account = Account.objects.filter(pk=account_id or uuid.UUID(int=0)).first()
    if account is None:
        make_password(password)
        return False
    return account.check_password(password) and account.is_active


def password_fault(password: str) -> Text | None:
    """Why this password is too weak, without asking whose it will be."""
    if len(password) < SHORTEST:
        return Text(
            N_("Choose at least %(count)s characters. A short sentence is good."), {"count": SHORTEST}
        )
    try:
        CommonPasswordValidator().validate(password)
    except ValidationError:
        return Text(N_("Many people use this password. Choose another one."))
    return None


def login_of(person_id: uuid.UUID, *, open_only: bool = True) -> uuid.UUID | None:
    """The account with which this person logs in."""
    accounts = Account.objects.filter(person_id=person_id)
    if open_only:
        accounts = accounts.filter(is_active=True)
    return accounts.values_list("pk", flat=True).first()


def lead_login(account_id: uuid.UUID, person_id: uuid.UUID) -> None:
    """Let a client's login open another file: that of the same person. Sessions begin anew."""
    Account.objects.filter(pk=account_id).update(person_id=person_id)
    end_sessions_of(account_id)


def reopen_client_login(account_id: uuid.UUID) -> None:
    """Let a client log in again with the password she has."""
    Account.objects.filter(pk=account_id).update(is_active=True)
