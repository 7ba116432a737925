"""How an agency without an account comes to the one referral that was sent to it."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from simpul.kernel.clock import now
from simpul.referral.models.referral import Referral
from simpul.safeguards.fields import BlindIndexField, EncryptedTextField
from simpul.safeguards.guarded import GuardedModel

TRIES = 5


class PartnerDoor(GuardedModel):
    """A letter's number and a code that opens it once, both kept as hashes; then the officer's own password.

    ``officer`` is who opened it: she is named in every step and to the client. ``epoch`` ends sessions.
    """

    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="door")
    number_index = BlindIndexField()
    code_index = models.CharField(max_length=64, blank=True)
    code_until = models.DateTimeField()
    tries_left = models.PositiveSmallIntegerField(default=TRIES)
    password = models.CharField(max_length=128, blank=True)
    officer = EncryptedTextField(blank=True)
    made_by = models.UUIDField()
    made_at = models.DateTimeField(default=now)
    opened_at = models.DateTimeField(null=True, blank=True)
    shut_at = models.DateTimeField(null=True, blank=True)
    epoch = models.PositiveIntegerField(default=1)

    class Privacy:
        open = (
            "id", "referral", "number_index", "code_index", "code_until", "tries_left", "password", "made_by",
            "made_at", "opened_at", "shut_at", "epoch",
        )  # fmt: skip
        personal = ()
        sensitive = ("officer",)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["number_index"], condition=~Q(number_index=""), name="partner_door_number_once"
            ),
            models.CheckConstraint(
                name="partner_door_shut_is_empty",
                condition=Q(shut_at=None) | Q(number_index="", code_index="", password=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def key_subject(self) -> uuid.UUID:
        return self.referral.key_subject()

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return self.referral.audit_subjects()
