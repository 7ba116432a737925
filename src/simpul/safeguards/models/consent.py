"""What the client allows: for which purpose, what, to whom, from when, until when, and how it was given."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from simpul.kernel.clock import now
from simpul.safeguards.fields import EncryptedTextField
from simpul.safeguards.forgetting import Forgetting
from simpul.safeguards.guarded import GuardedModel
from simpul.safeguards.models.about import AboutSubject


class Basis(models.TextChoices):
    """The lawful ground (UU 27/2022 art. 20)."""

    CONSENT = "consent", _("Consent")
    LEGAL_DUTY = "legal_duty", _("Legal duty")
    VITAL_INTEREST = "vital_interest", _("Danger to life or body")
    PUBLIC_TASK = "public_task", _("Public task")


class GivenHow(models.TextChoices):
    """How the client expressed it (UU 27/2022 art. 22, 25, 26)."""

    SIGNED = "signed", _("Signed")
    SPOKEN = "spoken", _("Spoken, with a witness")
    GUARDIAN = "guardian", _("By the guardian")
    PORTAL = "portal", _("By the client in the portal")
    NOT_NEEDED = "not_needed", _("Not consent: a duty or danger is cited")


class Purpose(models.TextChoices):
    """What the data may be used for."""

    CASEWORK = "casework", _("To accompany me in my case")
    SHARING = "sharing", _("To share with another agency")
    CONFERENCE = "conference", _("To discuss in a case conference")
    RESEARCH = "research", _("For statistics and research without my name")
    PHOTO = "photo", _("To take and keep photographs")


class FieldGroup(models.TextChoices):
    """What kind of data; consent is given group by group, never all at once."""

    IDENTITY = "identity", _("Name, age, sex")
    IDENTITY_NUMBERS = "identity_numbers", _("Identity numbers (NIK, KK)")
    CONTACT = "contact", _("Telephone and other contacts")
    ADDRESS = "address", _("Address")
    FAMILY = "family", _("Family and household")
    HEALTH = "health", _("Health and disability")
    ECONOMY = "economy", _("Income and belongings")
    EDUCATION = "education", _("School and work")
    LEGAL = "legal", _("Legal matters")
    NARRATIVE = "narrative", _("What I told and what was observed")
    PLAN = "plan", _("My plan and goals")
    PHOTOGRAPHS = "photographs", _("Photographs")


class Consent(AboutSubject):
    """One consent or cited duty. Never edited: a change withdraws it and records another."""

    subject_id = models.UUIDField(db_index=True)
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    basis = models.CharField(max_length=20, choices=Basis.choices, default=Basis.CONSENT)
    given_how = models.CharField(max_length=20, choices=GivenHow.choices)
    recipient = models.CharField(max_length=120, blank=True)
    recipient_id = models.UUIDField(null=True, blank=True)
    witness = EncryptedTextField(blank=True)
    guardian = EncryptedTextField(blank=True)
    guardian_basis = models.CharField(max_length=120, blank=True)
    legal_article = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=20, default="id")
    explained = EncryptedTextField(blank=True)
    stands_from = models.DateTimeField(default=now)
    stands_until = models.DateTimeField(null=True, blank=True)
    recorded_by = models.UUIDField()
    recorded_at = models.DateTimeField(default=now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.UUIDField(null=True, blank=True)
    withdrawal_reason = EncryptedTextField(blank=True)

    class Privacy:
        open = (
            "id",
            "purpose",
            "basis",
            "given_how",
            "language",
            "stands_from",
            "stands_until",
            "recorded_by",
            "recorded_at",
            "withdrawn_at",
            "withdrawn_by",
            "legal_article",
        )
        personal = ("subject_id", "recipient", "recipient_id", "guardian_basis")
        sensitive = ("witness", "guardian", "explained", "withdrawal_reason")
        forgets = Forgetting(of=("subject_id",), blank={"recipient": "", "guardian_basis": ""})

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="consent_withdrawal_paired",
                condition=models.Q(withdrawn_at=None, withdrawn_by=None)
                | models.Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
            models.CheckConstraint(
                name="consent_duty_cites_article",
                condition=~models.Q(basis="legal_duty") | ~models.Q(legal_article=""),
            ),
            models.CheckConstraint(
                name="consent_ends_after_it_begins",
                condition=models.Q(stands_until=None) | models.Q(stands_until__gt=models.F("stands_from")),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["subject_id", "purpose"], name="consent_subject_purpose")]


class ConsentItem(GuardedModel):
    """One kind of data within a consent: allowed or expressly not."""

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="items")
    field_group = models.CharField(max_length=20, choices=FieldGroup.choices)
    allowed = models.BooleanField()

    class Privacy:
        open = ("id", "consent", "field_group", "allowed")
        personal = ()
        sensitive = ()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["consent", "field_group"], name="consentitem_once")
        ]

    def __str__(self) -> str:
        return f"{self.field_group}={self.allowed}"
