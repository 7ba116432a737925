"""Away, covered, gone: so that no case is without somebody."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from simpul.kernel.clock import now
from simpul.safeguards.guarded import GuardedModel
from simpul.workforce.choices import AbsenceKind, DepartureKind
from simpul.workforce.models.staff import Staff


class Absence(GuardedModel):
    """Days on which somebody is not at work. No reason beyond its kind: health is nobody's business here."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="absences")
    kind = models.CharField(max_length=12, choices=AbsenceKind)
    starts_on = models.DateField()
    ends_on = models.DateField()
    recorded_by = models.UUIDField()
    recorded_at = models.DateTimeField(default=now)

    class Privacy:
        open = ("id", "staff", "starts_on", "ends_on", "recorded_by", "recorded_at")
        personal = ("kind",)
        sensitive = ()

    class Meta:
        ordering = ("starts_on",)
        constraints: ClassVar = [
            models.CheckConstraint(name="absence_ends_after_start", condition=Q(ends_on__gte=F("starts_on"))),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Cover(GuardedModel):
    """One worker stands in for another: until its last day, the absent one's own records are also his."""

    absent = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="covered_by")
    covering = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="covers")
    starts_on = models.DateField()
    ends_on = models.DateField()
    arranged_by = models.UUIDField()
    arranged_at = models.DateTimeField(default=now)
    ended_by = models.UUIDField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = (
            "id", "absent", "covering", "starts_on", "ends_on", "arranged_by", "arranged_at", "ended_by",
            "ended_at",
        )  # fmt: skip
        personal = ()
        sensitive = ()

    class Meta:
        ordering = ("starts_on",)
        constraints: ClassVar = [
            models.CheckConstraint(name="cover_by_somebody_else", condition=~Q(absent=F("covering"))),
            models.CheckConstraint(name="cover_ends_after_start", condition=Q(ends_on__gte=F("starts_on"))),
            models.CheckConstraint(
                name="cover_end_paired",
                condition=Q(ended_by=None, ended_at=None) | Q(ended_by__isnull=False, ended_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Departure(GuardedModel):
    """Somebody leaves the service; his duties were handed over before."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="departures")
    kind = models.CharField(max_length=20, choices=DepartureKind)
    last_day = models.DateField()
    recorded_by = models.UUIDField()
    recorded_at = models.DateTimeField(default=now)

    class Privacy:
        open = ("id", "staff", "kind", "last_day", "recorded_by", "recorded_at")
        personal = ()
        sensitive = ()

    class Meta:
        ordering = ("-recorded_at",)

    def __str__(self) -> str:
        return str(self.id)
