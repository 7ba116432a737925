"""What help is given, to whom, how one comes by it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from simpul.directory.choices import Cost, ServiceStatus, Sexes
from simpul.directory.models.agency import Agency
from simpul.directory.models.place import Place
from simpul.kernel.clock import now
from simpul.safeguards.guarded import GuardedModel


class Service(GuardedModel):
    """One kind of help of one agency.

    ``steps``, ``papers``, ``languages`` and ``covers`` (prefixes of region codes) are short lists. Capacity
    is what the agency last told; ``checked_at`` is when somebody last made sure that the entry holds.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="services")
    name = models.CharField(max_length=200)
    description = models.TextField(max_length=2000, blank=True)
    status = models.CharField(max_length=20, choices=ServiceStatus, default=ServiceStatus.ACTIVE)
    phone = models.CharField(max_length=40, blank=True)
    covers = models.JSONField(default=list, blank=True)
    comes_home = models.BooleanField(default=False)
    cost = models.CharField(max_length=8, choices=Cost, default=Cost.UNKNOWN)
    cost_words = models.CharField(max_length=200, blank=True)
    age_from = models.PositiveSmallIntegerField(null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(null=True, blank=True)
    sexes = models.CharField(max_length=1, choices=Sexes, blank=True)
    eligibility = models.TextField(max_length=1000, blank=True)
    papers = models.JSONField(default=list, blank=True)
    rights = models.TextField(max_length=1000, blank=True)
    steps = models.JSONField(default=list, blank=True)
    languages = models.JSONField(default=list, blank=True)
    capacity = models.PositiveIntegerField(null=True, blank=True)
    free_places = models.PositiveIntegerField(null=True, blank=True)
    waiting_days = models.PositiveSmallIntegerField(null=True, blank=True)
    capacity_told_at = models.DateTimeField(null=True, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.UUIDField(null=True, blank=True)
    made_at = models.DateTimeField(default=now)
    made_by = models.UUIDField()
    changed_at = models.DateTimeField(default=now, db_index=True)
    version = models.PositiveIntegerField(default=1)

    class Privacy:
        open = (
            "id", "agency", "name", "description", "status", "phone", "covers", "comes_home", "cost",
            "cost_words", "age_from", "age_to", "sexes", "eligibility", "papers", "rights", "steps",
            "languages", "capacity", "free_places", "waiting_days", "capacity_told_at", "checked_at",
            "checked_by", "made_at", "made_by", "changed_at", "version",
        )  # fmt: skip
        personal = ()
        sensitive = ()

    class Meta:
        ordering = ("name",)
        constraints: ClassVar = [
            models.CheckConstraint(name="service_status_known", condition=Q(status__in=ServiceStatus.values)),
            models.CheckConstraint(
                name="service_ages_in_order",
                condition=Q(age_from=None) | Q(age_to=None) | Q(age_from__lte=models.F("age_to")),
            ),
            models.CheckConstraint(
                name="service_checked_paired",
                condition=Q(checked_at=None, checked_by=None)
                | Q(checked_at__isnull=False, checked_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OfferedTerm(GuardedModel):
    """A service term of the taxonomy that this service carries; the first is what it mainly is."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="terms")
    code = models.CharField(max_length=40, db_index=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Privacy:
        open = ("id", "service", "code", "position")
        personal = ()
        sensitive = ()

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["service", "code"], name="offered_term_once")
        ]


class ServicePlace(GuardedModel):
    """A service at a place, with its weekly opening hours there (RFC 5545 rules, see ``rules/hours``)."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="at")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="serves")
    openings = models.JSONField(default=list, blank=True)
    open_on_holidays = models.BooleanField(default=False)

    class Privacy:
        open = ("id", "service", "place", "openings", "open_on_holidays")
        personal = ()
        sensitive = ()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["service", "place"], name="service_place_once")
        ]
