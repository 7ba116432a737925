"""The judgement on an emergency reading is kept with it; an unjustified one that still runs ends."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import note_in_audit, step
from simpul.safeguards.models import BrokenGlass


@step
def judge_glass(actor: Actor, *, glass_id: uuid.UUID, justified: bool, words: str) -> None:
    """Write who judged, when and how."""
    glass = BrokenGlass.objects.get(pk=glass_id)
    glass.reviewed_at = now()
    glass.reviewed_by = actor.id
    glass.justified = justified
    glass.review_words = words
    if glass.ends_at > glass.reviewed_at and not justified:
        glass.ends_at = glass.reviewed_at
    glass.save()
    note_in_audit(subjects=[glass.subject_id], justified=justified)
