"""That the client was asked and said no to the whole of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from simpul.kernel.clock import now
from simpul.safeguards.fields import EncryptedTextField
from simpul.safeguards.forgetting import Forgetting
from simpul.safeguards.models.about import AboutSubject
from simpul.safeguards.models.consent import Purpose


class SaidBy(models.TextChoices):
    """Who said it."""

    CLIENT = "client", _("The client")
    GUARDIAN = "guardian", _("The guardian")


class ConsentRefusal(AboutSubject):
    """One whole no. It lies apart from the consents, so that no reading of them can take it for one.

    Never edited and never taken back: whoever asks again and hears a yes records a consent, which is later.
    """

    subject_id = models.UUIDField()
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    recipient = models.CharField(max_length=120, blank=True)
    said_by = models.CharField(max_length=10, choices=SaidBy.choices, default=SaidBy.CLIENT)
    guardian = EncryptedTextField(blank=True)
    language = models.CharField(max_length=20, default="id")
    explained = EncryptedTextField()
    words = EncryptedTextField()
    said_at = models.DateTimeField(default=now)
    asked_by = models.UUIDField()
    recorded_at = models.DateTimeField(default=now)

    class Privacy:
        open = ("id", "purpose", "said_by", "language", "said_at", "asked_by", "recorded_at")
        personal = ("subject_id", "recipient")
        sensitive = ("guardian", "explained", "words")
        forgets = Forgetting(of=("subject_id",), blank={"recipient": ""})

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="consentrefusal_said_before_recorded",
                condition=models.Q(said_at__lte=models.F("recorded_at")),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["subject_id", "purpose"], name="refusal_subject_purpose"),
        ]
