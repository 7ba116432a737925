"""What somebody is told: in the inbox, and by mail in words that say nothing to a stranger."""

from __future__ import annotations

from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from simpul.kernel.clock import now
from simpul.safeguards.guarded import GuardedModel


class Notice(GuardedModel):
    """One message to one member of staff. Its words name no client; the link opens behind the login."""

    recipient_id = models.UUIDField()
    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    title_facts = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    url = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField(default=now)
    made_by = models.UUIDField()
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Privacy:
        open = (
            "id",
            "recipient_id",
            "kind",
            "title",
            "title_facts",
            "url",
            "made_at",
            "made_by",
            "read_at",
            "mailed_at",
        )
        personal = ()
        sensitive = ()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["recipient_id", "read_at", "made_at"], name="notice_inbox")]

    def __str__(self) -> str:
        return self.kind
