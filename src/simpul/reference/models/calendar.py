"""Days on which offices are closed."""

from typing import ClassVar

from django.db import models

from simpul.reference.choices import HolidayKind
from simpul.reference.models.dated import PROVENANCE, AllOpen, DatedEntry, certainty_is_known, one_current


class Holiday(DatedEntry):
    """A national holiday or a day of collective leave, set each year by joint ministerial decree."""

    day = models.DateField()
    kind = models.CharField(max_length=16, choices=HolidayKind)
    label_id = models.CharField(max_length=120)
    label_en = models.CharField(max_length=120)

    class Meta:
        ordering = ("day",)
        constraints: ClassVar = [
            one_current("holiday_one_current", "day", "label_id"),
            certainty_is_known("holiday_certainty_known"),
        ]

    class Privacy(AllOpen):
        open = (*PROVENANCE, "day", "kind", "label_id", "label_en")
