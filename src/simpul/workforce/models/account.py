"""Who can log in. Accounts carry no powers: grants do."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from simpul.kernel.clock import now
from simpul.kernel.refs import new_id


class Accounts(BaseUserManager["Account"]):
    """Makes accounts; the address is kept in lower case so that one person has one account."""

    def create_user(self, email: str, password: str | None = None, **facts: Any) -> Account:
        account = self.model(email=self.normalize_email(email).lower(), **facts)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A login. Written by django-allauth, hence not behind the gate (ADR 0006)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(unique=True)
    display_name = models.CharField(max_length=120, blank=True)
    language = models.CharField(
        max_length=2, default="id", choices=[("id", "Bahasa Indonesia"), ("en", "English")]
    )
    is_active = models.BooleanField(default=True)
    person_id = models.UUIDField(null=True, blank=True, unique=True)
    joined_at = models.DateTimeField(default=now)
    session_epoch = models.PositiveIntegerField(default=0)
    word_help = models.BooleanField(default=True, db_default=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = Accounts()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(Lower("email"), name="account_email_once")]

    def __str__(self) -> str:
        return str(self.id)

    def get_full_name(self) -> str:
        return self.display_name or self.email

    def has_perm(self, perm: str, obj: object | None = None) -> bool:
        """Django's own permissions are not used: the gate decides."""
        return False

    def has_module_perms(self, app_label: str) -> bool:
        return False

    def _get_session_auth_hash(self, secret: Any = None) -> str:
        """What every session must still carry: a new password or a new epoch ends all of them at once."""
        salt = "simpul.workforce.Account.session"
        value = f"{self.password}:{self.session_epoch}"
        return salted_hmac(salt, value, secret=secret, algorithm="sha256").hexdigest()

    @property
    def pk_uuid(self) -> uuid.UUID:
        return self.id
