"""The papers about a person follow her when two of her files become one, or are separated again."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from simpul.documents.models import IssuedDocument
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import note_in_audit, step


@step
def carry_documents(
    actor: Actor,
    *,
    from_id: uuid.UUID,
    to_id: uuid.UUID,
    only: Collection[str] | None = None,
    case_ids: Collection[str] = (),
) -> list[str]:
    """Put the papers of one file under the other; ``only`` names those to carry back, ``case_ids`` the cases
    whose newer papers go along, locked anew with the key of the file they belong to. Returns which."""
    rows = IssuedDocument.objects.filter(subject_id=from_id)
    newer = rows.none()
    if only is not None:
        newer = rows.filter(case_id__in=case_ids).exclude(pk__in=only)
        rows = rows.filter(pk__in=only) | rows.filter(case_id__in=case_ids)
    carried = [str(pk) for pk in rows.values_list("pk", flat=True)]
    for paper in newer:
        paper.sheet = paper.sheet
        paper.subject_id = to_id
        paper.save()
    IssuedDocument.objects.filter(pk__in=carried).update(subject_id=to_id)
    note_in_audit(subjects=[from_id, to_id], papers=len(carried))
    return carried
