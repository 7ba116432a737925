"""Words that hurt and words that respect: what the writing aid suggests, never forces."""

from typing import ClassVar

from django.db import models

from simpul.reference.choices import WordingUnless, WordLanguage
from simpul.reference.models.dated import PROVENANCE, AllOpen, DatedEntry, certainty_is_known, one_current


class Wording(DatedEntry):
    """A word to avoid and what to write instead. ``innocent`` words have harmless uses: only ask.

    ``spare`` holds the phrases, parted by semicolons, in which the word hurts nobody; ``unless`` says what
    must stand beside the word to make it right.
    """

    language = models.CharField(max_length=2, choices=WordLanguage)
    avoid = models.CharField(max_length=80)
    prefer = models.CharField(max_length=160)
    innocent = models.BooleanField(default=False)
    spare = models.CharField(max_length=400, blank=True, db_default="")
    unless = models.CharField(max_length=12, blank=True, choices=WordingUnless, db_default="")
    topic = models.CharField(max_length=30)
    note = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering = ("language", "avoid")
        constraints: ClassVar = [
            one_current("wording_one_current", "language", "avoid"),
            certainty_is_known("wording_certainty_known"),
        ]

    class Privacy(AllOpen):
        open = (*PROVENANCE, "language", "avoid", "prefer", "innocent", "spare", "unless", "topic", "note")
