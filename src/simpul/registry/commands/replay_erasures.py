"""After a restore: who was erased since the backup was made is erased again."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from simpul.kernel.actor import Actor
from simpul.registry.doors import shut
from simpul.registry.erasing import forget_files
from simpul.registry.models import Person
from simpul.safeguards.commands.note_erasures import note_erasures
from simpul.safeguards.gate import command, note_in_audit


@command()
def replay_erasures(actor: Actor, *, subject_ids: Collection[uuid.UUID]) -> int:
    """The keys of these persons and households are gone: what stands in clear about them goes too."""
    persons = Person.objects.filter(pk__in=list(subject_ids))
    for person in persons:
        shut(actor, person)
    forget_files(actor, subject_ids)
    note_erasures(actor, subject_ids=subject_ids)
    note_in_audit(subjects=subject_ids, files=len(persons))
    return len(persons)
