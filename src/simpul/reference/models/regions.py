"""The administrative map: every province, regency, district and village, with its past."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from simpul.reference.choices import Certainty, RegionLevel
from simpul.reference.models.dated import PROVENANCE, AllOpen, DatedEntry, certainty_is_known, one_current
from simpul.safeguards.guarded import GuardedModel


class RegionLoad(GuardedModel):
    """One reading of a region table: from where, exactly which bytes, what it changed, by whom."""

    source = models.CharField(max_length=250)
    checksum = models.CharField(max_length=64)
    boundaries_checksum = models.CharField(max_length=64, blank=True)
    rows = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    loaded_by = models.UUIDField()
    loaded_at = models.DateTimeField()

    class Meta:
        ordering = ("-loaded_at",)

    class Privacy(AllOpen):
        open = (
            "id", "source", "checksum", "boundaries_checksum", "rows", "counts", "loaded_by", "loaded_at",
        )  # fmt: skip


class Region(DatedEntry):
    """A region under one name. A new name or number closes this row and opens another.

    ``path`` names everything above it as people read it; ``words`` is what type-ahead looks through.
    """

    code = models.CharField(max_length=13, db_index=True)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=40)
    short_title = models.CharField(max_length=20)
    level = models.CharField(max_length=10, choices=RegionLevel)
    parent_code = models.CharField(max_length=8, blank=True, db_index=True)
    path = models.CharField(max_length=300, blank=True)
    name_key = models.CharField(max_length=120)
    words = models.CharField(max_length=420)
    lat = models.FloatField(null=True, blank=True)
    lng = models.FloatField(null=True, blank=True)
    postcode = models.CharField(max_length=5, blank=True)
    population = models.PositiveIntegerField(null=True, blank=True)
    fictional = models.BooleanField(default=False)
    successors = models.CharField(max_length=250, blank=True)
    load = models.ForeignKey(RegionLoad, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("code",)
        indexes: ClassVar = [models.Index(fields=["name_key"], name="region_by_name")]
        constraints: ClassVar = [
            one_current("region_one_current", "code"),
            models.CheckConstraint(condition=Q(level__in=RegionLevel.values), name="region_level_known"),
            certainty_is_known("region_certainty_known"),
        ]

    class Privacy(AllOpen):
        open = (
            *PROVENANCE, "code", "name", "title", "short_title", "level", "parent_code", "path", "name_key",
            "words", "lat", "lng", "postcode", "population", "fictional", "successors", "load",
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class RegionBoundary(GuardedModel):
    """The outline of a region as GeoJSON geometry, apart from the region so that lists stay light."""

    code = models.CharField(max_length=13, unique=True)
    geometry = models.TextField()
    west = models.FloatField()
    south = models.FloatField()
    east = models.FloatField()
    north = models.FloatField()
    source = models.CharField(max_length=250)
    certainty = models.CharField(max_length=12, choices=Certainty)
    load = models.ForeignKey(RegionLoad, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("code",)
        constraints: ClassVar = [certainty_is_known("region_boundary_certainty_known")]

    class Privacy(AllOpen):
        open = (
            "id", "code", "geometry", "west", "south", "east", "north", "source", "certainty", "load",
        )  # fmt: skip
