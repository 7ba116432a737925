"""Work that is done after the answer: kept in the same transaction as the act that asked for it."""

from __future__ import annotations

from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from simpul.kernel.clock import now
from simpul.safeguards.guarded import GuardedModel


class JobState(models.TextChoices):
    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(GuardedModel):
    """One piece of work with a lease: a worker that dies gives it back, a double order is one order."""

    kind = models.CharField(max_length=80)
    key = models.CharField(max_length=160, unique=True)
    payload = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    state = models.CharField(max_length=8, choices=JobState.choices, default=JobState.READY)
    run_after = models.DateTimeField(default=now)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)
    last_error = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField(default=now)
    done_at = models.DateTimeField(null=True)
    done_steps = models.PositiveIntegerField(default=0)
    all_steps = models.PositiveIntegerField(default=0)

    class Privacy:
        open = (
            "id",
            "kind",
            "key",
            "payload",
            "state",
            "run_after",
            "attempts",
            "lease_until",
            "lease",
            "last_error",
            "made_at",
            "done_at",
            "done_steps",
            "all_steps",
        )
        personal = ()
        sensitive = ()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "run_after"], name="job_next")]

    def __str__(self) -> str:
        return self.key


class Beat(GuardedModel):
    """When a recurring duty was last done, so that two workers do it once."""

    name = models.CharField(max_length=80, unique=True)
    last_at = models.DateTimeField(null=True)

    class Privacy:
        open = ("id", "name", "last_at")
        personal = ()
        sensitive = ()

    def __str__(self) -> str:
        return self.name
