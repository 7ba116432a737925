"""Who is served and who helps: the categories of the welfare system."""

from typing import ClassVar

from django.db import models

from simpul.reference.choices import CategoryGroup, Sensitivity
from simpul.reference.models.dated import PROVENANCE, AllOpen, DatedEntry, certainty_is_known, one_current


class Category(DatedEntry):
    """A category of need (PPKS) or of strength (PSKS). The legal label is for forms; people are shown
    the neutral words."""

    code = models.CharField(max_length=8)
    group = models.CharField(max_length=4, choices=CategoryGroup)
    position = models.PositiveSmallIntegerField()
    legal_label = models.CharField(max_length=120)
    label_id = models.CharField(max_length=120)
    label_en = models.CharField(max_length=120)
    test_id = models.CharField(max_length=400)
    test_en = models.CharField(max_length=400)
    for_person = models.BooleanField(default=False)
    for_family = models.BooleanField(default=False)
    for_community = models.BooleanField(default=False)
    cluster = models.CharField(max_length=40, blank=True)
    age_min = models.PositiveSmallIntegerField(null=True, blank=True)
    age_max = models.PositiveSmallIntegerField(null=True, blank=True)
    sensitivity = models.CharField(max_length=10, choices=Sensitivity)
    legal_forms_only = models.BooleanField(default=False)
    advice_id = models.CharField(max_length=300, blank=True)
    advice_en = models.CharField(max_length=300, blank=True)
    basis = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ("group", "position")
        constraints: ClassVar = [
            one_current("category_one_current", "code"),
            certainty_is_known("category_certainty_known"),
        ]

    class Privacy(AllOpen):
        open = (
            *PROVENANCE, "code", "group", "position", "legal_label", "label_id", "label_en", "test_id",
            "test_en", "for_person", "for_family", "for_community", "cluster", "age_min", "age_max",
            "sensitivity", "legal_forms_only", "advice_id", "advice_en", "basis",
        )  # fmt: skip
