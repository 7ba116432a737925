"""Offices, their teams and the posts in them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from simpul.kernel.clock import today
from simpul.safeguards.guarded import GuardedModel
from simpul.workforce.choices import OfficeKind, UnitKind


class Office(GuardedModel):
    """An agency or a branch of one. ``code`` stands in letter numbers; the head stands over its letters."""

    kind = models.CharField(max_length=20, choices=OfficeKind)
    name = models.CharField(max_length=160)
    code = models.CharField(max_length=20, unique=True)
    region_code = models.CharField(max_length=13, db_index=True)
    address = models.CharField(max_length=300, blank=True)
    city = models.CharField(max_length=80, blank=True)
    postcode = models.CharField(max_length=5, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    website = models.CharField(max_length=120, blank=True)
    letterhead_over = models.CharField(max_length=160, blank=True)
    letterhead_name = models.CharField(max_length=160, blank=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="branches"
    )
    opened_on = models.DateField(default=today)
    closed_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Privacy:
        open = (
            "id", "kind", "name", "code", "region_code", "address", "city", "postcode", "phone", "email",
            "website", "letterhead_over", "letterhead_name", "parent", "opened_on", "closed_on", "version",
        )  # fmt: skip
        personal = ()
        sensitive = ()

    class Meta:
        ordering = ("name",)
        constraints: ClassVar = [
            models.CheckConstraint(
                name="office_not_its_own_parent",
                condition=models.Q(parent=None) | ~models.Q(parent=models.F("id")),
            ),
            models.CheckConstraint(
                name="office_closes_after_opening",
                condition=models.Q(closed_on=None) | models.Q(closed_on__gte=models.F("opened_on")),
            ),
            models.CheckConstraint(name="office_kind_known", condition=models.Q(kind__in=OfficeKind.values)),
        ]

    def __str__(self) -> str:
        return self.name


class Unit(GuardedModel):
    """A team within an office."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="units")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=UnitKind, default=UnitKind.SERVICE)
    closed_on = models.DateField(null=True, blank=True)

    class Privacy:
        open = ("id", "office", "name", "kind", "closed_on")
        personal = ()
        sensitive = ()

    class Meta:
        ordering = ("name",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "name"], name="unit_name_once_per_office"),
            models.CheckConstraint(name="unit_kind_known", condition=models.Q(kind__in=UnitKind.values)),
        ]

    def __str__(self) -> str:
        return self.name


class Post(GuardedModel):
    """A kind of work in a team and how many people are planned for it."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=120)
    planned = models.PositiveSmallIntegerField(default=1)

    class Privacy:
        open = ("id", "unit", "title", "planned")
        personal = ()
        sensitive = ()

    class Meta:
        ordering = ("title",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["unit", "title"], name="post_title_once_per_unit"),
        ]

    def __str__(self) -> str:
        return self.title
