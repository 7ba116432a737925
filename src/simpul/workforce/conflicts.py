"""Who must not work with whom. Pure reads for the acts of the apps above; not behind the gate."""

from __future__ import annotations

import uuid

from simpul.workforce.models import ConflictDeclaration


def has_conflict(staff_id: uuid.UUID, person_id: uuid.UUID) -> bool:
    """Whether this worker declared kinship with this person, or an interest."""
    return bool(
        ConflictDeclaration.objects.filter(staff_id=staff_id, person_id=person_id, withdrawn_at=None).exists()
    )


def conflicted_persons(staff_id: uuid.UUID) -> frozenset[uuid.UUID]:
    """The persons with whom this worker must not work."""
    rows = ConflictDeclaration.objects.filter(staff_id=staff_id, withdrawn_at=None)
    return frozenset(rows.values_list("person_id", flat=True))


def conflicted_staff(person_id: uuid.UUID) -> frozenset[uuid.UUID]:
    """The workers who must not work with this person."""
    rows = ConflictDeclaration.objects.filter(person_id=person_id, withdrawn_at=None)
    return frozenset(rows.values_list("staff_id", flat=True))
