"""People at work and the papers of their profession."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models

from simpul.kernel.clock import today
from simpul.safeguards.guarded import GuardedModel
from simpul.workforce.choices import CredentialKind
from simpul.workforce.models.account import Account
from simpul.workforce.models.office import Office, Post, Unit


class Staff(GuardedModel):
    """A person who works in an office, with or without a login. What she may do, her grants say."""

    account = models.OneToOneField(
        Account, null=True, blank=True, on_delete=models.PROTECT, related_name="staff"
    )
    full_name = models.CharField(max_length=160)
    title_front = models.CharField(max_length=40, blank=True)
    title_back = models.CharField(max_length=80, blank=True)
    nip = models.CharField(max_length=18, blank=True)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="staff")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="staff")
    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="staff")
    phone = models.CharField(max_length=40, blank=True)
    active_from = models.DateField(default=today)
    active_until = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Privacy:
        open = ("id", "account", "office", "unit", "post", "active_from", "active_until", "version")
        personal = ("full_name", "title_front", "title_back", "nip", "phone")
        sensitive = ()

    class Meta:
        ordering = ("full_name",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["nip"], condition=~models.Q(nip=""), name="staff_nip_once"),
            models.CheckConstraint(
                name="staff_leaves_after_coming",
                condition=models.Q(active_until=None) | models.Q(active_until__gte=models.F("active_from")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def titled_name(self) -> str:
        """The name with its titles, as on a letter."""
        front = f"{self.title_front} " if self.title_front else ""
        back = f", {self.title_back}" if self.title_back else ""
        return f"{front}{self.full_name}{back}"

    def is_active(self, day: date) -> bool:
        """Whether the person is in service on this day."""
        return self.active_from <= day and (self.active_until is None or day <= self.active_until)


class Credential(GuardedModel):
    """A competence certificate, a registration or a practice permit, as seen by whoever recorded it."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="credentials")
    kind = models.CharField(max_length=12, choices=CredentialKind)
    number = models.CharField(max_length=60)
    issuer = models.CharField(max_length=120, blank=True)
    issued_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    recorded_by = models.UUIDField()

    class Privacy:
        open = ("id", "staff", "kind", "issuer", "issued_on", "expires_on", "recorded_by")
        personal = ("number",)
        sensitive = ()

    class Meta:
        ordering = ("kind", "-issued_on")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "number"], name="credential_number_once"),
            models.CheckConstraint(
                name="credential_expires_after_issue",
                condition=models.Q(expires_on=None) | models.Q(expires_on__gt=models.F("issued_on")),
            ),
            models.CheckConstraint(
                name="credential_kind_known", condition=models.Q(kind__in=CredentialKind.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
