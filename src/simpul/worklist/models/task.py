"""What somebody must do, until when, and who is told if it is not done."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from simpul.kernel.clock import now
from simpul.safeguards.guarded import GuardedModel


class Urgency(models.TextChoices):
    IMMEDIATE = "immediate", _("At once")
    HIGH = "high", _("Soon")
    NORMAL = "normal", _("In its time")


class TaskState(models.TextChoices):
    OPEN = "open", _("Open")
    SETTLED = "settled", _("Done")


class Task(GuardedModel):
    """One duty with an owner and a date. Its title never names a client: it may be shown on a lock screen."""

    key = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    title_facts = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    case_id = models.UUIDField(null=True, db_index=True)
    subject_id = models.UUIDField(null=True)
    assignee_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    office_id = models.UUIDField(null=True)
    url = models.CharField(max_length=200, blank=True)
    urgency = models.CharField(max_length=10, choices=Urgency.choices, default=Urgency.NORMAL)
    due_at = models.DateTimeField()
    escalate_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=8, choices=TaskState.choices, default=TaskState.OPEN)
    made_at = models.DateTimeField(default=now)
    made_by = models.UUIDField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.UUIDField(null=True)

    class Privacy:
        open = (
            "id",
            "key",
            "kind",
            "title",
            "title_facts",
            "case_id",
            "assignee_id",
            "unit_id",
            "office_id",
            "url",
            "urgency",
            "due_at",
            "escalate_at",
            "escalated_at",
            "state",
            "made_at",
            "made_by",
            "settled_at",
            "settled_by",
        )
        personal = ("subject_id",)
        sensitive = ()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["assignee_id", "state", "due_at"], name="task_assignee"),
            models.Index(fields=["unit_id", "state", "due_at"], name="task_unit"),
            models.Index(fields=["office_id", "state", "due_at"], name="task_office"),
            models.Index(fields=["state", "escalate_at"], name="task_escalate"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="task_settled_paired",
                condition=models.Q(state="open", settled_at=None, settled_by=None)
                | models.Q(state="settled", settled_at__isnull=False, settled_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.key

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.subject_id,) if self.subject_id else ()
