"""Households (KK) and who belonged to them when."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from simpul.kernel.clock import now
from simpul.registry.choices import LeavingReason, ShdkRelation
from simpul.registry.models.person import Person
from simpul.safeguards.fields import BlindIndexField, EncryptedTextField
from simpul.safeguards.forgetting import Forgetting
from simpul.safeguards.guarded import GuardedModel


class Household(GuardedModel):
    """People who live and eat together, with or without a family card. Forgotten with the last of them."""

    kk_number = EncryptedTextField(blank=True)
    kk_index = BlindIndexField()
    region_code = models.CharField(max_length=13, blank=True, db_index=True)
    rt = models.CharField(max_length=3, blank=True)
    rw = models.CharField(max_length=3, blank=True)
    street = EncryptedTextField(blank=True)
    office_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True, blank=True)
    import_batch_id = models.UUIDField(null=True, blank=True, db_index=True)
    created_by = models.UUIDField()
    created_at = models.DateTimeField(default=now)
    version = models.PositiveIntegerField(default=1)

    class Privacy:
        open = ("id", "office_id", "unit_id", "import_batch_id", "created_by", "created_at", "version")
        personal = ("kk_index", "region_code", "rt", "rw")
        sensitive = ("kk_number", "street")
        forgets = Forgetting(of=("id",), blank={"kk_index": "", "region_code": "", "rt": "", "rw": ""})

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kk_index"], condition=~models.Q(kk_index=""), name="household_kk_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.id)

    def key_subject(self) -> uuid.UUID:
        return self.id

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        """Everybody who lives in it now."""
        return tuple(self.memberships.filter(until=None).values_list("person_id", flat=True))


class Membership(GuardedModel):
    """One person's time in one household. Never edited away: leaving closes it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="memberships")
    relation = models.CharField(max_length=2, choices=ShdkRelation.choices)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    leaving_reason = models.CharField(max_length=10, choices=LeavingReason.choices, blank=True)
    recorded_by = models.UUIDField()
    recorded_at = models.DateTimeField(default=now)

    class Privacy:
        open = ("id", "recorded_by", "recorded_at")
        personal = ("person", "household", "relation", "since", "until", "leaving_reason")
        sensitive = ()
        forgets = Forgetting(of=("person",))

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(until=None), name="membership_one_current"
            ),
            models.UniqueConstraint(
                fields=["household"],
                condition=models.Q(until=None, relation="1"),
                name="membership_one_head",
            ),
            models.CheckConstraint(
                name="membership_leaving_paired",
                condition=models.Q(until=None, leaving_reason="")
                | (models.Q(until__isnull=False) & ~models.Q(leaving_reason="")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.person_id,)
