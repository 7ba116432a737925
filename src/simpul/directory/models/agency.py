"""Who helps: an office, an organisation, a circle of neighbours."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from simpul.directory.choices import SystemKind
from simpul.kernel.clock import now
from simpul.safeguards.guarded import GuardedModel


class Agency(GuardedModel):
    """A resource system: informal, by membership, or an institution.

    ``psks`` is its kind among the sources of social welfare (Permensos 8/2012). ``keeper_id`` is the office
    that keeps the entry, ``office_id`` the office that it is.
    """

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=SystemKind)
    psks = models.CharField(max_length=8, blank=True)
    description = models.TextField(max_length=2000, blank=True)
    region_code = models.CharField(max_length=13, db_index=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(max_length=200, blank=True)
    keeper_id = models.UUIDField(null=True, db_index=True)
    office_id = models.UUIDField(null=True, unique=True)
    source = models.CharField(max_length=200)
    synthetic = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=now)
    made_by = models.UUIDField()
    changed_at = models.DateTimeField(default=now, db_index=True)
    ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Privacy:
        open = (
            "id", "name", "kind", "psks", "description", "region_code", "phone", "email", "website",
            "keeper_id", "office_id", "source", "synthetic", "made_at", "made_by", "changed_at",
            "ended_on", "version",
        )  # fmt: skip
        personal = ()
        sensitive = ()

    class Meta:
        ordering = ("name",)
        constraints: ClassVar = [
            models.CheckConstraint(name="agency_kind_known", condition=models.Q(kind__in=SystemKind.values))
        ]

    def __str__(self) -> str:
        return self.name
