"""Somebody says that an entry is wrong."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from simpul.directory.choices import ReportOutcome
from simpul.directory.models.service import Service
from simpul.kernel.clock import now
from simpul.safeguards.guarded import GuardedModel


class EntryReport(GuardedModel):
    """What is wrong with an entry, in the words of whoever found it. Nothing is kept about who that was."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="reports")
    words = models.TextField(max_length=1000)
    made_at = models.DateTimeField(default=now)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.UUIDField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=ReportOutcome, blank=True)

    class Privacy:
        open = ("id", "service", "words", "made_at", "settled_at", "settled_by", "outcome")
        personal = ()
        sensitive = ()

    class Meta:
        ordering = ("made_at",)
        constraints: ClassVar = [
            models.CheckConstraint(
                name="entry_report_settled_paired",
                condition=Q(settled_at=None, settled_by=None, outcome="")
                | (Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(outcome="")),
            )
        ]
