"""When somebody is told that a paper of the profession runs out. Our own proposal, never a law."""

from typing import ClassVar

from django.db import models

from simpul.reference.models.dated import PROVENANCE, AllOpen, DatedEntry, certainty_is_known, one_current


class PaperWarning(DatedEntry):
    """So many days before a competence certificate, an STR or a SIPPS runs out, its holder is told."""

    days_before = models.PositiveSmallIntegerField()
    meaning_id = models.CharField(max_length=250)
    meaning_en = models.CharField(max_length=250)

    class Meta:
        ordering = ("-days_before",)
        constraints: ClassVar = [
            one_current("paper_warning_one_current", "days_before"),
            certainty_is_known("paper_warning_certainty_known"),
        ]

    class Privacy(AllOpen):
        open = (*PROVENANCE, "days_before", "meaning_id", "meaning_en")
