"""The letterhead of an office as it was on a day: a change makes a new row, old letters keep theirs."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from simpul.kernel.clock import now
from simpul.safeguards.guarded import GuardedModel
from simpul.workforce.models import Office


class Letterhead(GuardedModel):
    """The latest row of an office is the one in use. ``logo_svg`` is made by us from a re-encoded picture."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="letterheads")
    name = models.CharField(max_length=160)
    parent = models.CharField(max_length=160, blank=True)
    address = models.CharField(max_length=400, blank=True)
    contact = models.CharField(max_length=400, blank=True)
    place = models.CharField(max_length=80, blank=True)
    logo_svg = models.TextField(blank=True)
    made_at = models.DateTimeField(default=now)

    class Privacy:
        open = ("id", "office", "name", "parent", "address", "contact", "place", "logo_svg", "made_at")
        personal = ()
        sensitive = ()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["office", "-made_at"], name="letterhead_latest")]

    def __str__(self) -> str:
        return self.name
