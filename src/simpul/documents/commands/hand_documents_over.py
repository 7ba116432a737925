"""The documents of a case go along when the case changes hands."""

from __future__ import annotations

import uuid

from simpul.documents.models import IssuedDocument
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import note_in_audit, step


@step
def hand_documents_over(actor: Actor, *, case_id: uuid.UUID, holder_id: uuid.UUID) -> int:
    """From now on this member of staff reaches the documents of the case; returns how many there are."""
    documents = IssuedDocument.objects.filter(case_id=case_id)
    note_in_audit(subjects=set(documents.values_list("subject_id", flat=True)))
    return documents.update(holder_id=holder_id)
