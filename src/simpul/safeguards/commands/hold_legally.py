"""A procedure or statute needs a person's records: they must not be erased until the hold is lifted."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import note_in_audit, step
from simpul.safeguards.models import LegalHold


@step
def hold_legally(actor: Actor, *, subject_id: uuid.UUID, ground: str) -> uuid.UUID:
    """Set a hold with its ground (a letter, a case number, an article)."""
    if not ground.strip():
        raise InvalidInput([FieldFault("ground", Text(N_("Cite the ground of the hold.")))])
    hold = LegalHold.objects.create(subject_id=subject_id, ground=ground, set_by=actor.id)
    note_in_audit(subjects=[subject_id])
    return hold.id  # type: ignore[no-any-return]


@step
def lift_hold(actor: Actor, *, subject_id: uuid.UUID) -> int:
    """End every standing hold on this person's records; returns how many."""
    lifted: int = LegalHold.objects.filter(subject_id=subject_id, lifted_at=None).update(
        lifted_at=now(), lifted_by=actor.id
    )
    note_in_audit(subjects=[subject_id], lifted=lifted)
    return lifted
