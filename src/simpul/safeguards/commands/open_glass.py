"""Emergency reading outside one's reach ("breaking the glass")."""

from __future__ import annotations

import uuid
from datetime import timedelta

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import note_in_audit, step
from simpul.safeguards.models import BrokenGlass

LONGEST_HOURS = 8
REVIEW_HOURS = 72
SHORTEST_REASON = 20


@step
def open_glass(actor: Actor, *, subject_id: uuid.UUID, reason: str, hours: int = LONGEST_HOURS) -> uuid.UUID:
    """Let the actor read one person's records for at most eight hours; a review falls due within 72."""
    faults = []
    if len(reason.strip()) < SHORTEST_REASON:
        faults.append(
            FieldFault(
                "reason", Text(N_("Write in a sentence why this cannot wait. The client will read it."))
            )
        )
    if not 1 <= hours <= LONGEST_HOURS:
        faults.append(FieldFault("hours", Text(N_("Choose between 1 and 8 hours."))))
    if faults:
        raise InvalidInput(faults)
    moment = now()
    glass = BrokenGlass.objects.create(
        actor_id=actor.id,
        subject_id=subject_id,
        office_id=actor.office_id,
        unit_id=actor.unit_id,
        reason=reason.strip(),
        opened_at=moment,
        ends_at=moment + timedelta(hours=hours),
        review_due=moment + timedelta(hours=REVIEW_HOURS),
    )
    note_in_audit(subjects=[subject_id], hours=hours)
    return glass.id  # type: ignore[no-any-return]
