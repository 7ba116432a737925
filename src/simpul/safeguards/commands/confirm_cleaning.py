"""Log files, dead rows and the mirror of keys were cleaned of erased persons."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.models import Erasure


@command()
def confirm_cleaning(actor: Actor, *, subject_ids: Collection[uuid.UUID]) -> int:
    """Write down that nothing of these persons is left outside the tables either; returns how many."""
    waiting = Erasure.objects.filter(subject_id__in=list(subject_ids), cleaned_at=None)
    done = waiting.update(cleaned_at=now())
    note_in_audit(subjects=subject_ids, cleaned=done)
    return done
