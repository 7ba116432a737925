"""How two persons stand to each other: blood, union, law, care, feeling."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from simpul.kernel.clock import now
from simpul.registry.choices import TieKind
from simpul.registry.models.person import Person
from simpul.safeguards.fields import EncryptedTextField
from simpul.safeguards.forgetting import Forgetting
from simpul.safeguards.guarded import GuardedModel


class Relationship(GuardedModel):
    """``person`` is, or does, ``kind`` to ``other``. Ending closes it; nothing is overwritten."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="ties_out")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="ties_in")
    kind = models.CharField(max_length=20, choices=TieKind.choices)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    remark = EncryptedTextField(blank=True)
    recorded_by = models.UUIDField()
    recorded_at = models.DateTimeField(default=now)

    class Privacy:
        open = ("id", "recorded_by", "recorded_at")
        personal = ("person", "other", "kind", "since", "until")
        sensitive = ("remark",)
        forgets = Forgetting(of=("person", "other"))

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "other", "kind"], condition=models.Q(until=None), name="relationship_once"
            ),
            models.CheckConstraint(
                name="relationship_two_persons", condition=~models.Q(person=models.F("other"))
            ),
            models.CheckConstraint(
                name="relationship_ends_after_it_begins",
                condition=models.Q(until=None)
                | models.Q(since=None)
                | models.Q(until__gte=models.F("since")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def key_subject(self) -> uuid.UUID:
        return self.person_id

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.person_id, self.other_id)
