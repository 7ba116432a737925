"""The second of two members of staff makes a person forgotten, beyond recall."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput, Refused
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.erasing import demand_nobody_accompanies, erase_files
from simpul.registry.models import ErasureRequest, Person
from simpul.safeguards.gate import command, note_in_audit


@command(on=Person, reach=policies.person_reach)
def erase_person(actor: Actor, person: Person, *, sure: bool = False) -> None:
    """Destroy the key, blank the names, drop what makes the person findable. A legal hold refuses."""
    request = ErasureRequest.objects.filter(person=person, confirmed_at=None, dropped_at=None).first()
    if request is None:
        raise Refused(Text(N_("Nobody has asked for the erasure of this file.")))
    if request.requested_by == actor.id:
        raise Refused(Text(N_("A second person must confirm what you asked for.")))
    demand_nobody_accompanies(person)
    if not sure:
        words = N_("Confirm that you know this cannot be taken back.")
        raise InvalidInput([FieldFault("sure", Text(words))])
    request.confirmed_by = actor.id
    request.confirmed_at = now()
    request.save()
    files = erase_files(actor, person)
    note_in_audit(subjects=files, files=len(files))
