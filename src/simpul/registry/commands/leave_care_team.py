"""A member of staff ceases to accompany a person; the file closes for him."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.registry.models import CareTeam
from simpul.safeguards.gate import note_in_audit, step


@step
def leave_care_team(
    actor: Actor, *, person_id: uuid.UUID, staff_id: uuid.UUID | None = None, source: str = ""
) -> int:
    """End the membership of one member of staff, or of all who belong for this ``source``."""
    standing = CareTeam.objects.filter(person_id=person_id, left_at=None)
    if staff_id is not None:
        standing = standing.filter(staff_id=staff_id)
    if source:
        standing = standing.filter(source=source)
    left = standing.update(left_at=now())
    note_in_audit(subjects=[person_id], left=left)
    return left
