"""That somebody was told of a paper that runs out, so that nobody is told twice."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from simpul.kernel.clock import now
from simpul.safeguards.guarded import GuardedModel
from simpul.workforce.models import Credential


class PaperWarned(GuardedModel):
    """The notice that goes out so many days before this paper's last day has gone out."""

    paper = models.ForeignKey(Credential, on_delete=models.PROTECT, related_name="+")
    days_before = models.PositiveSmallIntegerField()
    told_at = models.DateTimeField(default=now)

    class Privacy:
        open = ("id", "paper", "days_before", "told_at")
        personal = ()
        sensitive = ()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["paper", "days_before"], name="paperwarned_once"),
        ]

    def __str__(self) -> str:
        return str(self.id)
