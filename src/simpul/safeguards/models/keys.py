"""The key store's one table."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from simpul.kernel.clock import now


class PersonKey(models.Model):
    """One person's wrapped key. Lives in the database ``keys``; a destroyed key leaves its date behind."""

    subject_id = models.UUIDField(primary_key=True)
    wrapped = models.BinaryField()
    master_id = models.CharField(max_length=40)
    made_at = models.DateTimeField(default=now)
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["master_id"], name="personkey_master")]

    def __str__(self) -> str:
        return str(self.subject_id)
