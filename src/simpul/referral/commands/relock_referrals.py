"""When two merged files are separated again, each one's referrals are locked with the own key."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from simpul.casework.models import Case
from simpul.kernel.actor import Actor
from simpul.referral.carrying import lock_anew
from simpul.safeguards.gate import note_in_audit, step


@step
def relock_referrals(
    actor: Actor, *, from_id: uuid.UUID, to_id: uuid.UUID, only: Collection[str] | None = None
) -> list[str]:
    """Referrals follow their cases by themselves; carried back, their texts are locked anew.

    ``only`` is what this answered when the files were merged: the cases that came along.
    """
    if only is None:
        return [str(one) for one in Case.objects.filter(client_id=to_id).values_list("pk", flat=True)]
    carried = Case.objects.filter(pk__in=only, client_id=to_id).values_list("pk", flat=True)
    saved = lock_anew([str(one) for one in carried])
    note_in_audit(subjects=[from_id, to_id], records=saved)
    return []
