"""How and where somebody can be reached, and whether that is safe."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from simpul.kernel.clock import now
from simpul.registry.choices import AddressKind, ContactKind, Safety
from simpul.registry.models.person import Person
from simpul.safeguards.fields import BlindIndexField, EncryptedTextField
from simpul.safeguards.forgetting import WHEN, Forgetting
from simpul.safeguards.guarded import GuardedModel


class ContactPoint(GuardedModel):
    """A number or another way, with whether calling and writing are safe, and when."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contacts")
    kind = models.CharField(max_length=10, choices=ContactKind.choices)
    value = EncryptedTextField()
    value_index = BlindIndexField()
    safe_to_call = models.CharField(max_length=8, choices=Safety.choices, default=Safety.UNKNOWN)
    safe_to_text = models.CharField(max_length=8, choices=Safety.choices, default=Safety.UNKNOWN)
    hours = models.CharField(max_length=80, blank=True)
    who_may_answer = EncryptedTextField(blank=True)
    preferred = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.UUIDField()
    recorded_at = models.DateTimeField(default=now)

    class Privacy:
        open = ("id", "kind", "preferred", "ended_at", "recorded_by", "recorded_at")
        personal = ("person", "value_index", "safe_to_call", "safe_to_text", "hours")
        sensitive = ("value", "who_may_answer")
        forgets = Forgetting(
            of=("person",),
            blank={
                "value_index": "", "hours": "", "preferred": False, "ended_at": WHEN,
                "safe_to_call": Safety.UNKNOWN, "safe_to_text": Safety.UNKNOWN,
            },
        )  # fmt: skip

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(preferred=True, ended_at=None),
                name="contactpoint_one_preferred",
            )
        ]

    def __str__(self) -> str:
        return str(self.id)

    def key_subject(self) -> uuid.UUID:
        return self.person_id

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.person_id,)


class Address(GuardedModel):
    """Where the card says, where somebody lives, or a place that must stay secret.

    A safe place carries no region code and no other clear text: everything about it is encrypted.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="addresses")
    kind = models.CharField(max_length=8, choices=AddressKind.choices)
    region_code = models.CharField(max_length=13, blank=True)
    rt = models.CharField(max_length=3, blank=True)
    rw = models.CharField(max_length=3, blank=True)
    postcode = models.CharField(max_length=5, blank=True)
    street = EncryptedTextField(blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    recorded_by = models.UUIDField()
    recorded_at = models.DateTimeField(default=now)

    class Privacy:
        open = ("id", "kind", "recorded_by", "recorded_at")
        personal = ("person", "region_code", "rt", "rw", "postcode", "since", "until")
        sensitive = ("street",)
        forgets = Forgetting(
            of=("person",),
            blank={"region_code": "", "rt": "", "rw": "", "postcode": "", "since": None},
            kept=("until",),
        )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "kind"], condition=models.Q(until=None), name="address_one_current"
            ),
            models.CheckConstraint(
                name="address_safe_place_says_nothing",
                condition=~models.Q(kind="safe") | models.Q(region_code="", rt="", rw="", postcode=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def key_subject(self) -> uuid.UUID:
        return self.person_id

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.person_id,)
