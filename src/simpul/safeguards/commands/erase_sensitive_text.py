"""Erasure on the order of whoever runs the installation, when no desk can do it any more."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.safeguards.commands.destroy_person_key import destroy_person_key
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.models import PersonKey


@command()
def erase_sensitive_text(actor: Actor, *, subject_id: uuid.UUID, ground: str) -> None:
    """Make one person's encrypted texts unreadable for good; the log keeps the ground."""
    if not ground.strip():
        raise InvalidInput([FieldFault("ground", Text(N_("Say on what ground the text is erased.")))])
    if not PersonKey.objects.filter(subject_id=subject_id, destroyed_at=None).exists():
        raise InvalidInput(
            [FieldFault("subject_id", Text(N_("There is no readable sensitive text of such a person.")))]
        )
    note_in_audit(subjects=[subject_id], ground=ground.strip()[:200])
    destroy_person_key(actor, subject_id=subject_id)
