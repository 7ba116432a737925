"""Where help is given."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from simpul.directory.choices import PlaceKind
from simpul.directory.models.agency import Agency
from simpul.kernel.clock import now
from simpul.safeguards.fields import EncryptedTextField
from simpul.safeguards.guarded import GuardedModel


class Place(GuardedModel):
    """A location of an agency.

    A sealed place (a shelter) has no address, point or region in clear: the database refuses them, so that
    no list, export or map can show what is not there. ``safe_address`` is encrypted with a key of the
    place's own.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="places")
    kind = models.CharField(max_length=10, choices=PlaceKind)
    name = models.CharField(max_length=160, blank=True)
    address = models.CharField(max_length=300, blank=True)
    region_code = models.CharField(max_length=13, blank=True, db_index=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    access = models.JSONField(default=list, blank=True)
    sealed = models.BooleanField(default=False)
    safe_address = EncryptedTextField(blank=True)
    changed_at = models.DateTimeField(default=now)
    ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Privacy:
        open = (
            "id", "agency", "kind", "name", "address", "region_code", "latitude", "longitude", "access",
            "sealed", "changed_at", "ended_on", "version",
        )  # fmt: skip
        personal = ()
        sensitive = ("safe_address",)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="place_sealed_is_nowhere",
                condition=Q(sealed=False)
                | Q(kind="virtual", address="", region_code="", latitude=None, longitude=None, name=""),
            ),
            models.CheckConstraint(
                name="place_point_is_paired",
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
            ),
            models.CheckConstraint(name="place_kind_known", condition=Q(kind__in=PlaceKind.values)),
        ]

    def __str__(self) -> str:
        return self.name or self.address

    def key_subject(self) -> uuid.UUID:
        place_id: uuid.UUID = self.id
        return place_id
