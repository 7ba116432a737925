"""What every entry of reference data carries: where it comes from, how sure it is, when it holds."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from simpul.reference.choices import Certainty
from simpul.safeguards.guarded import GuardedModel

PROVENANCE = ("id", "source", "certainty", "checked_on", "valid_from", "valid_to")


class AllOpen:
    """Reference data is about nobody."""

    personal: ClassVar[tuple[str, ...]] = ()
    sensitive: ClassVar[tuple[str, ...]] = ()


class DatedEntry(GuardedModel):
    """An entry that holds from a day to a day. An empty start means "longer than we know"."""

    source = models.CharField(max_length=250)
    certainty = models.CharField(max_length=12, choices=Certainty)
    checked_on = models.DateField(null=True, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


def holding_on(day: date) -> Q:
    """The entries that hold on a day; both ends belong to the period."""
    started = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    not_over = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    return started & not_over


def certainty_is_known(name: str) -> models.CheckConstraint:
    """The database refuses a certainty that nobody can explain."""
    return models.CheckConstraint(condition=Q(certainty__in=Certainty.values), name=name)


def one_current(name: str, *fields: str) -> models.UniqueConstraint:
    """The database refuses two entries under one code that both hold without end."""
    return models.UniqueConstraint(fields=fields, condition=Q(valid_to__isnull=True), name=name)
