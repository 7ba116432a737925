"""Which record of the registry is a member of staff's own: so that her kin are known to the house."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from simpul.kernel.clock import now
from simpul.safeguards.fields import BlindIndexField
from simpul.safeguards.forgetting import Forgetting
from simpul.safeguards.guarded import GuardedModel
from simpul.workforce.models.staff import Staff


class OwnRecord(GuardedModel):
    """Her NIK as a keyed hash, or the file that she says is hers. The number itself is not kept.

    It counts from the day it is declared. Whoever confirms it has compared it with the card.
    """

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="own_records")
    nik_index = BlindIndexField()
    person_id = models.UUIDField(null=True, blank=True, db_index=True)
    declared_by = models.UUIDField()
    declared_at = models.DateTimeField(default=now)
    confirmed_by = models.UUIDField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.UUIDField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = (
            "id", "staff", "declared_by", "declared_at", "confirmed_by", "confirmed_at", "withdrawn_by",
            "withdrawn_at",
        )  # fmt: skip
        personal = ("nik_index", "person_id")
        sensitive = ()
        forgets = Forgetting(of=("person_id",))

    class Meta:
        ordering = ("-declared_at",)
        constraints: ClassVar = [
            models.CheckConstraint(
                name="ownrecord_says_which", condition=~Q(nik_index="") | Q(person_id__isnull=False)
            ),
            models.CheckConstraint(
                name="ownrecord_other_eyes",
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("declared_by")),
            ),
            models.CheckConstraint(
                name="ownrecord_confirmation_paired",
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="ownrecord_withdrawal_paired",
                condition=Q(withdrawn_by=None, withdrawn_at=None)
                | Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
