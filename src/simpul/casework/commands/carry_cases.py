"""The cases of a person follow her when two of her files become one, or are separated again."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from simpul.casework.commands._relock import lock_anew
from simpul.casework.models import Case
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import note_in_audit, step


@step
def carry_cases(
    actor: Actor, *, from_id: uuid.UUID, to_id: uuid.UUID, only: Collection[str] | None = None
) -> list[str]:
    """Put the cases of one file under the other; ``only`` names those to carry back. Returns which.

    Their texts stay readable under the key they bear, and both keys belong to the kept file. Carried back,
    everything is locked anew: the two are two persons again, and each is forgotten alone.
    """
    rows = Case.objects.select_for_update().filter(client_id=from_id)
    if only is not None:
        rows = rows.filter(pk__in=only)
    carried = [str(pk) for pk in rows.values_list("pk", flat=True)]
    Case.objects.filter(pk__in=carried).update(client_id=to_id)
    if only is not None:
        for case in Case.objects.filter(pk__in=carried):
            lock_anew(case)
            case.save()
    note_in_audit(subjects=[from_id, to_id], cases=len(carried))
    return carried
