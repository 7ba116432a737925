"""Difficulties as people say them, and the services that answer them."""

from typing import ClassVar

from django.db import models

from simpul.reference.choices import TermKind
from simpul.reference.models.dated import PROVENANCE, AllOpen, DatedEntry, certainty_is_known, one_current


class TaxonomyTerm(DatedEntry):
    """An area of life, a difficulty, or a service. ``words_*`` are phrases that people use, parted by ``;``.

    ``answered_by`` names the services that answer a difficulty, the nearest answer first. ``ppks`` and
    ``psks`` are categories (Permensos 8/2012), ``spm`` minimum service standards (PP 2/2018 art. 10).
    """

    kind = models.CharField(max_length=8, choices=TermKind)
    code = models.CharField(max_length=40)
    parent = models.CharField(max_length=40, blank=True)
    position = models.PositiveSmallIntegerField()
    label_id = models.CharField(max_length=120)
    label_en = models.CharField(max_length=120)
    words_id = models.CharField(max_length=400, blank=True)
    words_en = models.CharField(max_length=400, blank=True)
    answered_by = models.CharField(max_length=250, blank=True)
    ppks = models.CharField(max_length=60, blank=True)
    psks = models.CharField(max_length=60, blank=True)
    spm = models.CharField(max_length=80, blank=True)
    settings = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            one_current("taxonomy_term_one_current", "code"),
            certainty_is_known("taxonomy_term_certainty_known"),
        ]

    class Privacy(AllOpen):
        open = (
            *PROVENANCE, "kind", "code", "parent", "position", "label_id", "label_en", "words_id", "words_en",
            "answered_by", "ppks", "psks", "spm", "settings",
        )  # fmt: skip
