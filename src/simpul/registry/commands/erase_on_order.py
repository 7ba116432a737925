"""Erasure on the order of whoever runs the installation, when no desk can do it any more."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry.erasing import demand_nobody_accompanies, erase_files
from simpul.registry.models import ErasureRequest, Person
from simpul.safeguards.gate import command, note_in_audit


@command()
def erase_on_order(actor: Actor, *, person_id: uuid.UUID, ground: str) -> int:
    """The same end as the desk's own act; the log keeps the ground. Returns how many files were erased."""
    if not ground.strip():
        raise InvalidInput([FieldFault("ground", Text(N_("Say on what ground the file is erased.")))])
    person = Person.objects.select_for_update().filter(pk=person_id).first()
    if person is None:
        raise InvalidInput([FieldFault("person_id", Text(N_("There is no such person.")))])
    if person.erased_at is not None:
        raise InvalidInput([FieldFault("person_id", Text(N_("This person was erased already.")))])
    demand_nobody_accompanies(person)
    files = erase_files(actor, person)
    asked = ErasureRequest.objects.filter(person=person, confirmed_at=None, dropped_at=None)
    asked.update(confirmed_by=actor.id, confirmed_at=now())
    note_in_audit(subjects=files, files=len(files), ground=ground.strip()[:200])
    return len(files)
