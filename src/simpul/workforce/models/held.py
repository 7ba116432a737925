"""What was typed while the screen was locked."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from simpul.kernel.clock import now
from simpul.safeguards.fields import EncryptedJSONField
from simpul.safeguards.forgetting import Forgetting
from simpul.safeguards.guarded import GuardedModel
from simpul.workforce.models.account import Account


class HeldText(GuardedModel):
    """A form that arrived after the lock fell, kept encrypted with its sender's key until he is back."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="held_texts")
    path = models.CharField(max_length=300)
    answers = EncryptedJSONField()
    held_at = models.DateTimeField(default=now)

    class Privacy:
        open = ("id", "account", "path", "held_at")
        personal = ()
        sensitive = ("answers",)
        forgets = Forgetting(named_in="path")

    class Meta:
        ordering = ("held_at",)
        constraints: ClassVar = [
            models.CheckConstraint(name="heldtext_path_is_ours", condition=models.Q(path__startswith="/")),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def key_subject(self) -> uuid.UUID:
        return self.account_id
