"""A member of staff begins to accompany a person, and may hence open the file."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.registry.models import CareTeam
from simpul.safeguards.gate import note_in_audit, step


@step
def join_care_team(
    actor: Actor,
    *,
    person_id: uuid.UUID,
    staff_id: uuid.UUID,
    role: str,
    office_id: uuid.UUID | None = None,
    unit_id: uuid.UUID | None = None,
    source: str = "",
) -> uuid.UUID:
    """Add somebody to a person's care team. ``source`` (a case) keeps two reasons for belonging apart."""
    membership, _made = CareTeam.objects.update_or_create(
        person_id=person_id,
        staff_id=staff_id,
        source=source,
        left_at=None,
        defaults={"role": role, "office_id": office_id, "unit_id": unit_id},
    )
    note_in_audit(subjects=[person_id], role=role, staff=str(staff_id))
    return uuid.UUID(str(membership.id))
