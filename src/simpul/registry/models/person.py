"""A person: one name field, what is known and how exactly, who may see."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from simpul.kernel.clock import now
from simpul.registry.choices import Precision, Sex, UnknownIdentity
from simpul.safeguards.fields import EncryptedJSONField, EncryptedTextField
from simpul.safeguards.forgetting import WHEN, Forgetting
from simpul.safeguards.guarded import GuardedModel


class Person(GuardedModel):
    """Somebody whom we help, or who belongs to somebody whom we help. Identity may stay unknown."""

    full_name = models.CharField(max_length=120, blank=True)
    call_name = models.CharField(max_length=60, blank=True)
    title_front = models.CharField(max_length=40, blank=True)
    title_back = models.CharField(max_length=40, blank=True)
    sex = models.CharField(max_length=1, choices=Sex.choices, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    birth_precision = models.CharField(max_length=10, choices=Precision.choices, default=Precision.DAY)
    birthplace = models.CharField(max_length=80, blank=True)
    mother_maiden_name = EncryptedTextField(blank=True)
    functional_difficulties = EncryptedJSONField(null=True, blank=True)
    languages = models.CharField(max_length=120, blank=True)
    identity_unknown = models.CharField(max_length=12, choices=UnknownIdentity.choices, blank=True)
    identity_description = EncryptedTextField(blank=True)
    region_code = models.CharField(max_length=13, blank=True, db_index=True)
    office_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True, blank=True)
    deceased_on = models.DateField(null=True, blank=True)
    sealed = models.BooleanField(default=False)
    seal_reason = EncryptedTextField(blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="folded"
    )
    erased_at = models.DateTimeField(null=True, blank=True)
    import_batch_id = models.UUIDField(null=True, blank=True, db_index=True)
    created_by = models.UUIDField()
    created_at = models.DateTimeField(default=now)
    version = models.PositiveIntegerField(default=1)

    class Privacy:
        open = (
            "id", "office_id", "unit_id", "created_by", "created_at", "version", "import_batch_id",
            "erased_at",
        )  # fmt: skip
        personal = (
            "full_name", "call_name", "title_front", "title_back", "sex", "birth_date", "birth_precision",
            "birthplace", "languages", "identity_unknown", "region_code", "deceased_on", "sealed",
            "merged_into",
        )  # fmt: skip
        sensitive = ("mother_maiden_name", "functional_difficulties", "identity_description", "seal_reason")
        forgets = Forgetting(
            of=("id",),
            blank={
                "full_name": "", "call_name": "", "title_front": "", "title_back": "", "sex": "",
                "birth_date": None, "birth_precision": Precision.DAY, "birthplace": "", "languages": "",
                "identity_unknown": "", "region_code": "", "deceased_on": None, "erased_at": WHEN,
            },
            kept=("sealed", "merged_into"),
        )  # fmt: skip

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="person_named_or_unknown",
                condition=~models.Q(full_name="")
                | ~models.Q(identity_unknown="")
                | models.Q(erased_at__isnull=False),
            ),
            models.CheckConstraint(
                name="person_not_merged_into_self",
                condition=models.Q(merged_into=None) | ~models.Q(merged_into=models.F("id")),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["office_id", "unit_id"], name="person_place"),
            models.Index(fields=["created_by", "created_at"], name="person_created"),
            models.Index(fields=["full_name"], name="person_name"),
            # Nearly nobody is folded into another: an index of all, mostly empty, is passed over by SQLite's
            # planner once it has counted, and every page about a person would read the whole table.
            models.Index(
                fields=["merged_into"],
                name="person_folded",
                condition=models.Q(merged_into__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    def key_subject(self) -> uuid.UUID:
        return self.id

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.id,)

    @property
    def display_name(self) -> str:
        """The name with its titles, as it would stand on a card."""
        return card_name(self.title_front, self.full_name, self.title_back)


def card_name(front: str, full: str, back: str) -> str:
    """The name with its titles, as it would stand on a card."""
    name = " ".join(part for part in (front, full) if part)
    return f"{name}, {back}" if back and name else name


class Alias(GuardedModel):
    """Another name that somebody goes by, or went by."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="aliases")
    name = models.CharField(max_length=120)

    class Privacy:
        open = ("id", "person")
        personal = ("name",)
        sensitive = ()
        forgets = Forgetting(of=("person",))

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "name"], name="alias_once")]

    def __str__(self) -> str:
        return str(self.id)

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.person_id,)


class CareTeam(GuardedModel):
    """Who accompanies a person, and hence may open the file. Filled by casework."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="care_team")
    staff_id = models.UUIDField()
    office_id = models.UUIDField(null=True, blank=True)
    unit_id = models.UUIDField(null=True, blank=True)
    role = models.CharField(max_length=20)
    source = models.CharField(max_length=60, blank=True)
    joined_at = models.DateTimeField(default=now)
    left_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = ("id", "staff_id", "office_id", "unit_id", "role", "source", "joined_at", "left_at")
        personal = ("person",)
        sensitive = ()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "staff_id", "source"],
                condition=models.Q(left_at=None),
                name="careteam_once",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["staff_id", "left_at"], name="careteam_staff")]

    def __str__(self) -> str:
        return str(self.id)

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.person_id,)


class ProtectionTeam(GuardedModel):
    """The only ones who see a sealed person."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="protection_team")
    staff_id = models.UUIDField()
    added_by = models.UUIDField()
    added_at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Privacy:
        open = ("id", "staff_id", "added_by", "added_at", "removed_at")
        personal = ("person",)
        sensitive = ()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "staff_id"], condition=models.Q(removed_at=None), name="protectionteam_once"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["staff_id", "removed_at"], name="protectionteam_staff")]

    def __str__(self) -> str:
        return str(self.id)

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return (self.person_id,)
