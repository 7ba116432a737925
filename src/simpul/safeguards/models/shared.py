"""What all processes of one installation must count together: rate limits, above all."""

from __future__ import annotations

from django.db import models


class SharedEntry(models.Model):
    """One entry of the shared cache. Not behind the gate (ADR 0006): it holds counts and moments under hashed
    keys, about nobody, and forgets them within minutes."""

    key = models.CharField(max_length=64, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(null=True, db_index=True)

    def __str__(self) -> str:
        return self.key
