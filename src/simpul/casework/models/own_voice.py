"""What the client herself says about plan and goals, in the portal. Nothing of it is ever changed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from simpul.casework.models.plan import Agreement, Goal, Plan
from simpul.casework.models.record import RECORD, CaseRecord
from simpul.safeguards.fields import EncryptedTextField


class PlanQuestion(CaseRecord):
    """The worker laid one wording of a draft before the client. A reworded draft is laid before her anew."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="questions")
    plan_version = models.PositiveIntegerField()

    class Privacy:
        open = (*RECORD, "plan", "plan_version")
        personal = ()
        sensitive = ()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "plan_version"], name="planquestion_wording_once")
        ]

    def __str__(self) -> str:
        return str(self.plan_version)


class GoalRemark(CaseRecord):
    """What the client says about one goal while she answers a plan."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="remarks")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="remarks")
    words = EncryptedTextField()

    class Privacy:
        open = (*RECORD, "agreement", "goal")
        personal = ()
        sensitive = ("words",)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agreement", "goal"], name="goalremark_once_per_answer")
        ]

    def __str__(self) -> str:
        return str(self.id)


class OwnRating(CaseRecord):
    """How far the client finds her goal reached. It stands beside the worker's score, never in its place."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="own_ratings")
    line_id = models.UUIDField(db_index=True)
    on = models.DateField()
    score = models.SmallIntegerField()
    words = EncryptedTextField(blank=True)

    class Privacy:
        open = (*RECORD, "goal", "line_id", "on")
        personal = ("score",)
        sensitive = ("words",)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="ownrating_score", condition=Q(score__gte=-2, score__lte=2))
        ]
        indexes: ClassVar = [models.Index(fields=["case", "on"], name="ownrating_case")]

    def __str__(self) -> str:
        return str(self.score)
