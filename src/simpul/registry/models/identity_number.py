"""Numbers of cards, or why there is none."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from simpul.kernel.clock import now
from simpul.registry.choices import AbsentReason, CheckedLevel, NumberKind, NumberStatus
from simpul.registry.models.person import Person
from simpul.safeguards.fields import BlindIndexField, EncryptedTextField
from simpul.safeguards.forgetting import Forgetting
from simpul.safeguards.guarded import GuardedModel


class IdentityNumber(GuardedModel):
    """One number of one person. The same number counts for one person only; a second waits for review."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="numbers")
    kind = models.CharField(max_length=20, choices=NumberKind.choices)
    number = EncryptedTextField(blank=True)
    number_index = BlindIndexField()
    status = models.CharField(max_length=10, choices=NumberStatus.choices, default=NumberStatus.RECORDED)
    checked = models.CharField(max_length=10, choices=CheckedLevel.choices, default=CheckedLevel.TOLD)
    absent_reason = models.CharField(max_length=10, choices=AbsentReason.choices, blank=True)
    override_document = EncryptedTextField(blank=True)
    recorded_by = models.UUIDField()
    recorded_at = models.DateTimeField(default=now)

    class Privacy:
        open = ("id", "kind", "status", "checked", "recorded_by", "recorded_at")
        personal = ("person", "number_index", "absent_reason")
        sensitive = ("number", "override_document")
        forgets = Forgetting(
            of=("person",), blank={"number_index": "", "absent_reason": "", "status": NumberStatus.ENDED}
        )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "number_index"],
                condition=models.Q(status="recorded") & ~models.Q(number_index=""),
                name="identitynumber_one_holder",
            ),
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=models.Q(status__in=["recorded", "contested", "absent"]) & ~models.Q(kind="other"),
                name="identitynumber_one_a_kind",
            ),
            models.CheckConstraint(
                name="identitynumber_absent_has_reason",
                condition=~models.Q(status="absent") | ~models.Q(absent_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def key_subject(self) -> uuid.UUID:
        return self.person_id

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.person_id,)
