"""Erasures that the key store knows of are written down in the data."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import step
from simpul.safeguards.models import Erasure


@step
def note_erasures(actor: Actor, *, subject_ids: Collection[uuid.UUID]) -> None:
    """One line for each, waiting to be cleaned up after."""
    Erasure.objects.bulk_create(
        [Erasure(subject_id=one, erased_at=now()) for one in subject_ids], ignore_conflicts=True
    )
