"""How a case moves: stages, the conference skipped, the file opened again, passed to somebody else."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from simpul.casework.choices import HandoverState, Stage
from simpul.casework.models.record import RECORD, CaseRecord
from simpul.safeguards.fields import EncryptedJSONField, EncryptedTextField


class StageChange(CaseRecord):
    """One step of a case, forward, back or to an early end."""

    from_stage = models.CharField(max_length=12, choices=Stage.choices)
    to_stage = models.CharField(max_length=12, choices=Stage.choices)
    kind = models.CharField(max_length=8)
    reason = EncryptedTextField(blank=True)

    class Privacy:
        open = (*RECORD, "from_stage", "to_stage", "kind")
        personal = ()
        sensitive = ("reason",)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["case", "at"], name="stagechange_case")]

    def __str__(self) -> str:
        return f"{self.from_stage}>{self.to_stage}"


class Reopening(CaseRecord):
    """A closed case is taken up again; what was before stays as it was."""

    number = models.PositiveSmallIntegerField()
    to_stage = models.CharField(max_length=12, choices=Stage.choices)
    reason = EncryptedTextField()

    class Privacy:
        open = (*RECORD, "number", "to_stage")
        personal = ()
        sensitive = ("reason",)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["case", "number"], name="reopening_once")]

    def __str__(self) -> str:
        return str(self.number)


class Handover(CaseRecord):
    """A case passes from one worker to another, who says yes before it does."""

    from_staff_id = models.UUIDField()
    to_staff_id = models.UUIDField()
    reason = EncryptedTextField()
    items = EncryptedJSONField(default=list)
    client_told = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=HandoverState.choices, default=HandoverState.OFFERED)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer_words = EncryptedTextField(blank=True)

    class Privacy:
        open = (*RECORD, "from_staff_id", "to_staff_id", "client_told", "state", "answered_at")
        personal = ()
        sensitive = ("reason", "items", "answer_words")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(state="offered"), name="handover_one_offered"
            ),
            models.CheckConstraint(name="handover_two_people", condition=~Q(from_staff_id=F("to_staff_id"))),
            models.CheckConstraint(
                name="handover_answer_paired",
                condition=Q(state="offered", answered_at=None)
                | (~Q(state="offered") & Q(answered_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.state
