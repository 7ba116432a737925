"""The danger is over: the file is open again to those whose work reaches it."""

from __future__ import annotations

from simpul.documents.commands.veil_documents import veil_documents
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.models import Person, ProtectionTeam
from simpul.safeguards.gate import command


@command(on=Person, reach=policies.person_reach)
def unseal_person(actor: Actor, person: Person, *, reason: str) -> None:
    """Open a sealed file. Only its team can, because nobody else knows of it."""
    if not reason.strip():
        raise InvalidInput([FieldFault("reason", Text(N_("Say why the file need not be sealed any more.")))])
    ProtectionTeam.objects.filter(person=person, removed_at=None).update(removed_at=now())
    person.sealed = False
    person.seal_reason = f"{person.seal_reason}\n\n{reason.strip()}"
    person.version += 1
    person.save()
    veil_documents(actor, subject_id=person.id, sealed=False)
