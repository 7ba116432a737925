"""Every record about an erased person is blanked or removed, as its own model says."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from simpul.kernel.actor import Actor
from simpul.safeguards.forgetting import forget
from simpul.safeguards.gate import note_in_audit, step


@step
def forget_records(actor: Actor, *, subject_ids: Collection[uuid.UUID]) -> int:
    """What stands in clear about these persons goes; what is encrypted dies with their keys."""
    changed = forget(subject_ids)
    note_in_audit(subjects=subject_ids, records=changed)
    return changed
