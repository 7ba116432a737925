"""The duties about a person follow her when two of her files become one, or are separated again."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from simpul.kernel.actor import Actor
from simpul.safeguards.gate import note_in_audit, step
from simpul.worklist.models import Task


@step
def carry_tasks(
    actor: Actor,
    *,
    from_id: uuid.UUID,
    to_id: uuid.UUID,
    only: Collection[str] | None = None,
    case_ids: Collection[str] = (),
) -> list[str]:
    """Put the tasks about one file under the other. ``only`` names those to carry back, ``case_ids`` the
    cases whose newer tasks go along. Returns which."""
    rows = Task.objects.filter(subject_id=from_id)
    if only is not None:
        rows = rows.filter(pk__in=only) | rows.filter(case_id__in=case_ids)
    carried = [str(pk) for pk in rows.values_list("pk", flat=True)]
    Task.objects.filter(pk__in=carried).update(subject_id=to_id)
    note_in_audit(subjects=[from_id, to_id], tasks=len(carried))
    return carried
