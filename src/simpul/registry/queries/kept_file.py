"""Where an old address leads: a file that was merged into another one."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.registry import policies
from simpul.registry.models import Person
from simpul.safeguards.gate import query


@query(on=Person, reach=policies.folded_reach, silent=True)
def kept_file(actor: Actor, folded: Person) -> uuid.UUID:
    """The file that this one is part of now; hidden from whoever may not open that one."""
    assert folded.merged_into_id is not None
    return folded.merged_into_id
