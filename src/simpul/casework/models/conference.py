"""The case conference: who was asked, who came, what was pledged and decided, who disagreed."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from simpul.casework.choices import ConferenceState, Invited
from simpul.casework.models.record import RECORD, CaseRecord
from simpul.safeguards.fields import EncryptedTextField
from simpul.safeguards.forgetting import Forgetting
from simpul.safeguards.guarded import GuardedModel


class Conference(CaseRecord):
    """One meeting about one case."""

    planned_for = models.DateTimeField()
    place = models.CharField(max_length=200)
    purpose = EncryptedTextField()
    state = models.CharField(max_length=8, choices=ConferenceState.choices, default=ConferenceState.PLANNED)
    held_at = models.DateTimeField(null=True, blank=True)
    client_present = models.BooleanField(default=False)
    client_words = EncryptedTextField(blank=True)
    minutes = EncryptedTextField(blank=True)
    dissent = EncryptedTextField(blank=True)

    class Privacy:
        open = (*RECORD, "planned_for", "place", "state", "held_at", "client_present")
        personal = ()
        sensitive = ("purpose", "client_words", "minutes", "dissent")
        forgets = Forgetting(of=("case__client",), blank={"place": ""})

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(state="planned"), name="conference_one_planned"
            ),
            models.CheckConstraint(
                name="conference_held_paired",
                condition=Q(state="planned", held_at=None) | Q(state="held", held_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.state


class Invitation(GuardedModel):
    """One person asked to a conference: a member of staff, or somebody from outside by name."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="invitations")
    position = models.PositiveSmallIntegerField(default=0)
    staff_id = models.UUIDField(null=True, blank=True)
    name = EncryptedTextField(blank=True)
    capacity = models.CharField(max_length=120, blank=True)
    answer = models.CharField(max_length=10, choices=Invited.choices, default=Invited.WAITING)
    answered_at = models.DateTimeField(null=True, blank=True)
    attended = models.BooleanField(null=True)
    pledged = models.BooleanField(default=False)

    class Privacy:
        open = (
            "id", "conference", "position", "staff_id", "capacity", "answer", "answered_at", "attended",
            "pledged",
        )  # fmt: skip
        personal = ()
        sensitive = ("name",)
        forgets = Forgetting(of=("conference__case__client",), blank={"capacity": ""})

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["conference", "staff_id"],
                condition=Q(staff_id__isnull=False),
                name="invitation_staff_once",
            ),
            models.CheckConstraint(
                name="invitation_attended_pledged",
                condition=Q(attended=None) | Q(attended=False) | Q(attended=True, pledged=True),
            ),
        ]

    def __str__(self) -> str:
        return self.answer

    def key_subject(self) -> uuid.UUID:
        return self.conference.key_subject()

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return self.conference.audit_subjects()


class ConferenceDecision(CaseRecord):
    """Something decided, with its owner and day."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="decisions")
    position = models.PositiveSmallIntegerField()
    what = EncryptedTextField()
    owner = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="decisions")
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = (*RECORD, "conference", "position", "owner", "due_on", "done_at")
        personal = ()
        sensitive = ("what",)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["conference", "position"], name="conferencedecision_once")
        ]

    def __str__(self) -> str:
        return str(self.position)
