"""A client's own way into her file."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from simpul.kernel.clock import now
from simpul.registry.choices import HandedOver
from simpul.registry.models.person import Person
from simpul.safeguards.fields import BlindIndexField
from simpul.safeguards.forgetting import Forgetting
from simpul.safeguards.guarded import GuardedModel

TRIES = 5


class PortalDoor(GuardedModel):
    """One door a person: a name to log in with and a code that opens it once, both kept as hashes."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="portal_door")
    account_id = models.UUIDField(unique=True)
    name_index = BlindIndexField()
    code_index = models.CharField(max_length=64, blank=True)
    code_until = models.DateTimeField()
    tries_left = models.PositiveSmallIntegerField(default=TRIES)
    handed_over = models.CharField(max_length=8, choices=HandedOver.choices)
    invited_by = models.UUIDField()
    invited_at = models.DateTimeField(default=now)
    opened_at = models.DateTimeField(null=True, blank=True)
    shut_at = models.DateTimeField(null=True, blank=True)
    shut_by = models.UUIDField(null=True, blank=True)

    class Privacy:
        open = (
            "id", "account_id", "code_index", "code_until", "tries_left", "handed_over", "invited_by",
            "invited_at", "opened_at", "shut_at", "shut_by",
        )  # fmt: skip
        personal = ("person", "name_index")
        sensitive = ()
        forgets = Forgetting(of=("person",), blank={"name_index": "", "code_index": ""})

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["name_index"], condition=~models.Q(name_index=""), name="portaldoor_name_once"
            ),
            models.CheckConstraint(
                name="portaldoor_shut_paired",
                condition=models.Q(shut_at=None, shut_by=None)
                | models.Q(shut_at__isnull=False, shut_by__isnull=False, name_index="", code_index=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.person_id,)
