"""How people are counted without pointing at anybody: the smallest number shown, the bands of age."""

from typing import ClassVar

from django.db import models

from simpul.reference.models.dated import PROVENANCE, AllOpen, DatedEntry, certainty_is_known, one_current


class CountingLimit(DatedEntry):
    """The smallest number of persons that may be shown for a purpose."""

    code = models.CharField(max_length=30)
    amount = models.PositiveSmallIntegerField()
    meaning_id = models.CharField(max_length=250)
    meaning_en = models.CharField(max_length=250)

    class Meta:
        ordering = ("code",)
        constraints: ClassVar = [
            one_current("counting_limit_one_current", "code"),
            certainty_is_known("counting_limit_certainty_known"),
        ]

    class Privacy(AllOpen):
        open = (*PROVENANCE, "code", "amount", "meaning_id", "meaning_en")


class AgeBand(DatedEntry):
    """Ages that are counted together, from the first to the last year (without end: empty)."""

    code = models.CharField(max_length=12)
    position = models.PositiveSmallIntegerField()
    first_age = models.PositiveSmallIntegerField()
    last_age = models.PositiveSmallIntegerField(null=True, blank=True)
    label_id = models.CharField(max_length=60)
    label_en = models.CharField(max_length=60)

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            one_current("age_band_one_current", "code"),
            certainty_is_known("age_band_certainty_known"),
        ]

    class Privacy(AllOpen):
        open = (*PROVENANCE, "code", "position", "first_age", "last_age", "label_id", "label_en")
