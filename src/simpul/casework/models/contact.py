"""What happened between client and worker."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from simpul.casework.choices import ContactChannel, Level, PracticeRole, Setting
from simpul.casework.models.record import RECORD, CaseRecord
from simpul.safeguards.fields import EncryptedTextField


class Contact(CaseRecord):
    """One contact or note. A correction is a new one that names the old; both stay readable."""

    number = models.PositiveIntegerField()
    happened_at = models.DateTimeField()
    channel = models.CharField(max_length=10, choices=ContactChannel.choices)
    place = EncryptedTextField(blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    reached = models.BooleanField(default=True)
    role = models.CharField(max_length=12, choices=PracticeRole.choices)
    setting = models.CharField(max_length=20, choices=Setting.choices)
    level = models.CharField(max_length=8, choices=Level.choices)
    present = EncryptedTextField(blank=True)
    client_words = EncryptedTextField(blank=True)
    observation = EncryptedTextField(blank=True)
    interpretation = EncryptedTextField(blank=True)
    next_step = EncryptedTextField(blank=True)
    next_on = models.DateField(null=True, blank=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    correction_reason = EncryptedTextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Privacy:
        open = (
            *RECORD, "number", "happened_at", "channel", "minutes", "reached", "role", "setting", "level",
            "next_on", "corrects", "version",
        )  # fmt: skip
        personal = ()
        sensitive = (
            "place", "present", "client_words", "observation", "interpretation", "next_step",
            "correction_reason",
        )  # fmt: skip

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="contact_number_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["case", "happened_at"], name="contact_case_moment"),
            # Nearly every contact corrects none. SQLite's planner holds the unique index, full of nulls, for
            # useless, and "what corrects this one" would read all contacts there are.
            models.Index(
                fields=["corrects"], condition=models.Q(corrects__isnull=False), name="contact_correcting"
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)
