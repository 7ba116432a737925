"""Ways out weighed with the client, and what she decided. A sheet is never overwritten."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from simpul.casework.choices import Choice
from simpul.casework.models.record import RECORD, CaseRecord
from simpul.safeguards.fields import EncryptedTextField
from simpul.safeguards.guarded import GuardedModel


class OptionsSheet(CaseRecord):
    """One version of the sheet: what was explained, and what the worker advises."""

    number = models.PositiveSmallIntegerField()
    question = EncryptedTextField()
    information = EncryptedTextField()
    advice = EncryptedTextField(blank=True)
    present = EncryptedTextField(blank=True)

    class Privacy:
        open = (*RECORD, "number")
        personal = ()
        sensitive = ("question", "information", "advice", "present")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="optionssheet_version_once")
        ]

    def __str__(self) -> str:
        return str(self.number)


class Option(GuardedModel):
    """One way: what speaks for it and against it, seen with the client."""

    sheet = models.ForeignKey(OptionsSheet, on_delete=models.PROTECT, related_name="options")
    position = models.PositiveSmallIntegerField()
    title = EncryptedTextField()
    benefits = EncryptedTextField(blank=True)
    drawbacks = EncryptedTextField(blank=True)
    advised = models.BooleanField(default=False)

    class Privacy:
        open = ("id", "sheet", "position", "advised")
        personal = ()
        sensitive = ("title", "benefits", "drawbacks")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sheet", "position"], name="option_position_once")
        ]

    def __str__(self) -> str:
        return str(self.position)

    def key_subject(self) -> uuid.UUID:
        return self.sheet.key_subject()

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return self.sheet.audit_subjects()


class ClientDecision(CaseRecord):
    """What the client decided, in her words; it may differ from the advice and may refuse everything."""

    sheet = models.ForeignKey(OptionsSheet, on_delete=models.PROTECT, related_name="decisions")
    choice = models.CharField(max_length=8, choices=Choice.choices)
    option = models.ForeignKey(Option, on_delete=models.PROTECT, null=True, blank=True)
    client_words = EncryptedTextField()
    differs = models.BooleanField(default=False)
    present = EncryptedTextField(blank=True)

    class Privacy:
        open = (*RECORD, "sheet", "choice", "option", "differs")
        personal = ()
        sensitive = ("client_words", "present")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="clientdecision_option_named",
                condition=models.Q(choice="option", option__isnull=False)
                | (~models.Q(choice="option") & models.Q(option=None)),
            )
        ]

    def __str__(self) -> str:
        return self.choice
