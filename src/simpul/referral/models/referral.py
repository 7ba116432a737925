"""A referral: one client is sent to one agency for one thing, and nobody rests until she was helped."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from simpul.casework.models import Case
from simpul.directory.models import Agency, Service
from simpul.kernel.clock import now
from simpul.referral.choices import ByWhom, ClientView, ReferralState, Urgency
from simpul.safeguards.fields import EncryptedJSONField, EncryptedTextField
from simpul.safeguards.guarded import GuardedModel


class Referral(GuardedModel):
    """One referral. ``wanted`` names the kinds of data that the agency needs, ``told`` holds the worker's
    words for those that the registry does not know. While it is open it has an owner and a next date.
    """

    reference = models.CharField(max_length=24, unique=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="referrals")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="referrals")
    service = models.ForeignKey(
        Service, on_delete=models.PROTECT, null=True, blank=True, related_name="referrals"
    )
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    state = models.CharField(max_length=12, choices=ReferralState.choices, default=ReferralState.DRAFT)
    state_since = models.DateTimeField(default=now)
    urgency = models.CharField(max_length=10, choices=Urgency.choices, default=Urgency.NORMAL)
    owner_id = models.UUIDField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    asked = EncryptedTextField()
    caution = EncryptedTextField(blank=True)
    wanted = models.JSONField(default=list, blank=True)
    told = EncryptedJSONField(null=True, blank=True)
    appointment_at = models.DateTimeField(null=True, blank=True)
    appointment_note = EncryptedTextField(blank=True)
    queue_place = models.PositiveSmallIntegerField(null=True, blank=True)
    queue_until = models.DateField(null=True, blank=True)
    client_view = models.CharField(max_length=10, choices=ClientView.choices, blank=True)
    client_words = EncryptedTextField(blank=True)
    opened_at = models.DateTimeField(default=now)
    opened_by = models.UUIDField()
    version = models.PositiveIntegerField(default=1)

    class Privacy:
        open = (
            "id", "reference", "case", "follows", "state", "state_since", "urgency", "owner_id", "due_at",
            "wanted", "appointment_at", "queue_place", "queue_until", "opened_at", "opened_by", "version",
        )  # fmt: skip
        personal = ("agency", "service", "client_view")
        sensitive = ("asked", "caution", "told", "appointment_note", "client_words")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="referral_never_idle",
                condition=Q(state="closed", due_at=None)
                | (~Q(state="closed") & Q(owner_id__isnull=False, due_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="referral_state_known", condition=Q(state__in=ReferralState.values)
            ),
            models.CheckConstraint(
                name="referral_closed_with_view", condition=~Q(state="closed") | ~Q(client_view="")
            ),
        ]  # fmt: skip
        indexes: ClassVar = [
            models.Index(fields=["case", "opened_at"], name="referral_case"),
            models.Index(fields=["due_at"], name="referral_due", condition=~Q(state="closed")),
        ]

    def __str__(self) -> str:
        return self.reference

    def key_subject(self) -> uuid.UUID:
        return self.case.key_subject()

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return self.case.audit_subjects()


class WrittenOnce(GuardedModel):
    """Never changed. Its ``TEXTS`` are locked anew at most, as when two files are separated."""

    TEXTS: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            fixed = [one.attname for one in self._meta.local_fields if one.name not in self.TEXTS]
            stood = type(self).objects.filter(pk=self.pk).values(*fixed).get()
            if any(getattr(self, name) != value for name, value in stood.items()):
                raise TypeError(f"{self._meta.label} is never changed")
        super().save(*args, **options)


class ReferralPart(GuardedModel):
    """What belongs to one referral, locked with the same key."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="%(class)ss")
    by_id = models.UUIDField()
    at = models.DateTimeField(default=now)

    class Meta:
        abstract = True

    def key_subject(self) -> uuid.UUID:
        return self.referral.key_subject()

    def audit_subjects(self) -> tuple[uuid.UUID, ...]:
        return self.referral.audit_subjects()


class ReferralStep(ReferralPart, WrittenOnce):
    """One step of a referral: which act, by whom, when, with which words. Never changed afterwards."""

    TEXTS = ("words", "officer")

    number = models.PositiveSmallIntegerField()
    act = models.CharField(max_length=24)
    from_state = models.CharField(max_length=12, choices=ReferralState.choices, blank=True)
    to_state = models.CharField(max_length=12, choices=ReferralState.choices)
    by_whom = models.CharField(max_length=8, choices=ByWhom.choices)
    reason = models.CharField(max_length=12, blank=True)
    words = EncryptedTextField(blank=True)
    officer = EncryptedTextField(blank=True)

    class Privacy:
        open = (
            "id",
            "referral",
            "by_id",
            "at",
            "number",
            "act",
            "from_state",
            "to_state",
            "by_whom",
            "reason",
        )
        personal = ()
        sensitive = ("words", "officer")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["referral", "number"], name="referral_step_once")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.act}"


class Packet(ReferralPart):
    """What was sent: kind of data by kind of data, frozen when it went out, under the client's key."""

    groups = models.JSONField(default=list)
    body = EncryptedJSONField()

    class Privacy:
        open = ("id", "referral", "by_id", "at", "groups")
        personal = ()
        sensitive = ("body",)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["referral"], name="packet_one_a_referral")]

    def __str__(self) -> str:
        return str(self.id)
