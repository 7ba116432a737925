"""The case: one client's way through the help, from the first contact to the last aftercare date."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from simpul.casework.choices import (
    Channel,
    Level,
    Risk,
    Setting,
    Source,
    Stage,
    TeamRole,
    UnknownBecause,
)
from simpul.kernel.clock import now
from simpul.registry.models import Person
from simpul.safeguards.fields import EncryptedTextField
from simpul.safeguards.forgetting import Forgetting
from simpul.safeguards.guarded import GuardedModel
from simpul.workforce.models import Staff

ENDED = (Stage.AFTERCARE.value, Stage.CLOSED.value)


class Case(GuardedModel):
    """One client's case. Without a client there is a reason, and the case keeps a key of its own."""

    reference = models.CharField(max_length=24, unique=True)
    client = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="cases")
    unknown_because = models.CharField(max_length=20, choices=UnknownBecause.choices, blank=True)
    unknown_note = EncryptedTextField(blank=True)
    office_id = models.UUIDField(db_index=True)
    unit_id = models.UUIDField(null=True, blank=True)
    region_code = models.CharField(max_length=13, blank=True)
    setting = models.CharField(max_length=20, choices=Setting.choices)
    level = models.CharField(max_length=8, choices=Level.choices, default=Level.MICRO)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    source = models.CharField(max_length=12, choices=Source.choices)
    reporter = EncryptedTextField(blank=True)
    presenting_words = EncryptedTextField()
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.ACCESS)
    stage_since = models.DateTimeField(default=now)
    risk = models.CharField(max_length=10, choices=Risk.choices, blank=True)
    next_due = models.DateTimeField(null=True, blank=True)
    last_contact = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(default=now)
    opened_by = models.UUIDField()
    closed_at = models.DateTimeField(null=True, blank=True)
    reopened = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Privacy:
        open = (
            "id", "reference", "office_id", "unit_id", "region_code", "setting", "level", "channel", "stage",
            "stage_since", "next_due", "last_contact", "opened_at", "opened_by", "closed_at", "reopened",
            "version",
        )  # fmt: skip
        personal = ("client", "unknown_because", "source", "risk")
        sensitive = ("unknown_note", "reporter", "presenting_words")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="case_client_or_reason",
                condition=Q(client__isnull=False) | ~Q(unknown_because=""),
            ),
            models.CheckConstraint(
                name="case_closed_paired",
                condition=Q(closed_at=None, stage__in=[s for s in Stage.values if s not in ENDED])
                | Q(closed_at__isnull=False, stage__in=ENDED),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["office_id", "stage"], name="case_office_stage"),
            models.Index(fields=["unit_id", "stage"], name="case_unit_stage"),
            models.Index(fields=["region_code"], name="case_region"),
            models.Index(fields=["next_due"], name="case_open_due", condition=Q(closed_at=None)),
        ]

    def __str__(self) -> str:
        return self.reference

    def key_subject(self) -> uuid.UUID:
        return self.client_id or self.id

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.client_id,) if self.client_id else ()

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class Assignment(GuardedModel):
    """Somebody of the staff answers for a case, from a moment until a moment."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="assignments")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=10, choices=TeamRole.choices)
    since = models.DateTimeField(default=now)
    until = models.DateTimeField(null=True, blank=True)
    by_id = models.UUIDField()
    reason = models.CharField(max_length=200, blank=True)

    class Privacy:
        open = ("id", "case", "staff", "role", "since", "until", "by_id")
        personal = ("reason",)
        sensitive = ()
        forgets = Forgetting(of=("case__client",), blank={"reason": ""})

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(until=None, role="primary"), name="assignment_one_primary"
            ),
            models.UniqueConstraint(
                fields=["case", "staff"], condition=Q(until=None), name="assignment_once_standing"
            ),
            models.CheckConstraint(
                name="assignment_ends_after_it_begins",
                condition=Q(until=None) | Q(until__gte=models.F("since")),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["staff"], condition=Q(until=None), name="assignment_standing"),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return self.case.audit_subjects()
