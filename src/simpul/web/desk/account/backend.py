"""Who a session belongs to: the account with its member of staff, in one statement."""

from __future__ import annotations

import uuid
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model


class DoorBackend(AuthenticationBackend):  # type: ignore[misc]
    """allauth's backend; every page asks next for the staff behind the account."""

    def get_user(self, user_id: uuid.UUID) -> Any:
        account = get_user_model().objects.select_related("staff").filter(pk=user_id).first()
        return account if account is not None and self.user_can_authenticate(account) else None
