"""The plan: the client's own goals, who does what, how she agreed, and somebody else's approval."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from simpul.casework.choices import GivenBy, Horizon, PlanState, Whose
from simpul.casework.models.assessment import Assessment
from simpul.casework.models.record import RECORD, CaseRecord
from simpul.kernel.refs import new_id
from simpul.safeguards.fields import EncryptedJSONField, EncryptedTextField


class Plan(CaseRecord):
    """One version of the plan. An agreed version is never edited; a new version follows it."""

    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=PlanState.choices, default=PlanState.DRAFT)
    horizon = models.CharField(max_length=10, choices=Horizon.choices, default=Horizon.SHORT)
    copied_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True)
    change_reason = EncryptedTextField(blank=True)
    returned_words = EncryptedTextField(blank=True)
    review_on = models.DateField()
    in_force_since = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Privacy:
        open = (
            *RECORD, "number", "state", "horizon", "copied_from", "review_on", "in_force_since", "version",
        )  # fmt: skip
        personal = ()
        sensitive = ("change_reason", "returned_words")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="plan_version_once"),
            models.UniqueConstraint(fields=["case"], condition=Q(state="approved"), name="plan_one_in_force"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(state__in=["draft", "agreed"]), name="plan_one_in_work"
            ),
            models.CheckConstraint(
                name="plan_force_paired",
                condition=(Q(state__in=["draft", "agreed", "refused", "returned"]) & Q(in_force_since=None))
                | (Q(state="approved") & Q(in_force_since__isnull=False))
                | Q(state="replaced"),
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


class Need(CaseRecord):
    """What this client lacks or wishes, as seen with the client; goals stand on needs."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="needs")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, null=True, blank=True)
    position = models.PositiveSmallIntegerField()
    words = EncryptedTextField()

    class Privacy:
        open = (*RECORD, "plan", "assessment", "position")
        personal = ()
        sensitive = ("words",)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "position"], name="need_position_once")
        ]

    def __str__(self) -> str:
        return str(self.position)


class Goal(CaseRecord):
    """What the client wants to reach, measurable; ``line_id`` stays the same through all plan versions."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="goals")
    need = models.ForeignKey(Need, on_delete=models.PROTECT, null=True, blank=True)
    line_id = models.UUIDField(default=new_id, db_index=True)
    position = models.PositiveSmallIntegerField()
    client_words = EncryptedTextField()
    measure = EncryptedTextField(blank=True)
    baseline = EncryptedTextField(blank=True)
    target = EncryptedTextField(blank=True)
    target_on = models.DateField(null=True, blank=True)
    steps = EncryptedJSONField(default=dict)
    complete = models.BooleanField(default=False)
    copied = models.BooleanField(default=False)

    class Privacy:
        open = (*RECORD, "plan", "need", "line_id", "position", "target_on", "complete", "copied")
        personal = ()
        sensitive = ("client_words", "measure", "baseline", "target", "steps")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "position"], name="goal_position_once"),
            models.UniqueConstraint(fields=["plan", "line_id"], name="goal_line_once"),
        ]

    def __str__(self) -> str:
        return str(self.position)


class PlannedAction(CaseRecord):
    """Something promised: part of a plan, or a commitment made on the way. Both sides promise."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="actions", null=True, blank=True)
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="actions", null=True, blank=True)
    whose = models.CharField(max_length=8, choices=Whose.choices)
    what = EncryptedTextField()
    present_fact = EncryptedTextField(blank=True)
    due_on = models.DateField()
    settled_at = models.DateTimeField(null=True, blank=True)
    kept = models.BooleanField(null=True)
    outcome = EncryptedTextField(blank=True)

    class Privacy:
        open = (*RECORD, "plan", "goal", "whose", "due_on", "settled_at", "kept")
        personal = ()
        sensitive = ("what", "present_fact", "outcome")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plannedaction_settled_paired",
                condition=Q(settled_at=None, kept=None) | Q(settled_at__isnull=False, kept__isnull=False),
            )
        ]
        indexes: ClassVar = [models.Index(fields=["case", "due_on"], name="plannedaction_case")]

    def __str__(self) -> str:
        return self.whose


class Agreement(CaseRecord):
    """The client's yes or no to one version of the plan, and how it was given."""

    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="agreement")
    agreed = models.BooleanField()
    how = models.CharField(max_length=10, choices=GivenBy.choices)
    client_words = EncryptedTextField(blank=True)
    witness = EncryptedTextField(blank=True)

    class Privacy:
        open = (*RECORD, "plan", "agreed", "how")
        personal = ()
        sensitive = ("client_words", "witness")

    def __str__(self) -> str:
        return str(self.agreed)


class Approval(CaseRecord):
    """Somebody else than the writer lets a plan come into force."""

    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="approval")
    drafted_by = models.UUIDField()
    words = EncryptedTextField(blank=True)

    class Privacy:
        open = (*RECORD, "plan", "drafted_by")
        personal = ()
        sensitive = ("words",)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="approval_other_eyes", condition=~Q(by_id=F("drafted_by")))
        ]

    def __str__(self) -> str:
        return str(self.id)


class GoalScaling(CaseRecord):
    """How far a goal was reached on a day: the worker's score, and the client's own."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="scalings")
    line_id = models.UUIDField(db_index=True)
    on = models.DateField()
    score = models.SmallIntegerField()
    client_score = models.SmallIntegerField(null=True, blank=True)
    fact = EncryptedTextField()
    client_words = EncryptedTextField(blank=True)

    class Privacy:
        open = (*RECORD, "goal", "line_id", "on")
        personal = ("score", "client_score")
        sensitive = ("fact", "client_words")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="goalscaling_score", condition=Q(score__gte=-2, score__lte=2)),
            models.CheckConstraint(
                name="goalscaling_client_score",
                condition=Q(client_score=None) | Q(client_score__gte=-2, client_score__lte=2),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["case", "on"], name="goalscaling_case")]

    def __str__(self) -> str:
        return str(self.score)
