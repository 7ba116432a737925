"""A person is sealed, or no longer: the papers about her vanish from the office's sight, or come back."""

from __future__ import annotations

import uuid

from simpul.documents.models import IssuedDocument
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import note_in_audit, step


@step
def veil_documents(actor: Actor, *, subject_id: uuid.UUID, sealed: bool) -> int:
    """Whoever issued or holds a paper keeps it in sight; nobody else does while the person is sealed."""
    changed: int = (
        IssuedDocument.objects.filter(subject_id=subject_id).exclude(sealed=sealed).update(sealed=sealed)
    )
    note_in_audit(subjects=[subject_id], papers=changed)
    return changed
