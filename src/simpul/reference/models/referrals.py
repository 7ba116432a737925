"""What stands between people and help, by kind; and how soon we ask after a referral."""

from typing import ClassVar

from django.db import models

from simpul.reference.choices import ClockUnit
from simpul.reference.models.dated import PROVENANCE, AllOpen, DatedEntry, certainty_is_known, one_current


class BarrierType(DatedEntry):
    """A kind of barrier. ``where`` says where it stands: a thing, the way, the office, the person's life."""

    code = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField()
    where = models.CharField(max_length=10)
    label_id = models.CharField(max_length=80)
    label_en = models.CharField(max_length=80)
    meaning_id = models.CharField(max_length=250)
    meaning_en = models.CharField(max_length=250)

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            one_current("barrier_type_one_current", "code"),
            certainty_is_known("barrier_type_certainty_known"),
        ]

    class Privacy(AllOpen):
        open = (
            *PROVENANCE, "code", "position", "where", "label_id", "label_en", "meaning_id", "meaning_en",
        )  # fmt: skip


class ReferralTarget(DatedEntry):
    """How long a referral may rest in a state before its owner asks. ``lapse_days``: then it has run out."""

    state = models.CharField(max_length=12)
    position = models.PositiveSmallIntegerField()
    amount = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=12, choices=ClockUnit)
    lapse_days = models.PositiveSmallIntegerField(null=True, blank=True)
    meaning_id = models.CharField(max_length=250)
    meaning_en = models.CharField(max_length=250)

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            one_current("referral_target_one_current", "state"),
            certainty_is_known("referral_target_certainty_known"),
        ]

    class Privacy(AllOpen):
        open = (
            *PROVENANCE, "state", "position", "amount", "unit", "lapse_days", "meaning_id", "meaning_en",
        )  # fmt: skip
