"""What somebody was typing: kept on the server, encrypted, so that nothing is lost."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from simpul.kernel.clock import now
from simpul.safeguards.fields import EncryptedTextField
from simpul.safeguards.forgetting import Forgetting
from simpul.safeguards.guarded import GuardedModel


class Draft(GuardedModel):
    """The unsent text of one form by one account, encrypted with the writer's own key."""

    account_id = models.UUIDField()
    key = models.CharField(max_length=120)
    body = EncryptedTextField(blank=True)
    saved_at = models.DateTimeField(default=now)

    class Privacy:
        open = ("id", "account_id", "key", "saved_at")
        personal = ()
        sensitive = ("body",)
        forgets = Forgetting(named_in="key")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account_id", "key"], name="draft_once_per_form")
        ]

    def __str__(self) -> str:
        return self.key

    def key_subject(self) -> uuid.UUID:
        return self.account_id
