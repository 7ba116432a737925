"""A person under protection vanishes from everybody's sight but her team's."""

from __future__ import annotations

import uuid

from simpul.documents.commands.veil_documents import veil_documents
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.models import Person, ProtectionTeam
from simpul.safeguards.gate import command, note_in_audit


@command(on=Person, reach=policies.person_reach)
def seal_person(actor: Actor, person: Person, *, team: tuple[uuid.UUID, ...], reason: str) -> None:
    """Seal the file for a team of staff; run again it changes the team. Whoever seals belongs to it."""
    if not reason.strip():
        raise InvalidInput([FieldFault("reason", Text(N_("Say why the file must be sealed.")))])
    wanted = set(team) | ({actor.staff_id} if actor.staff_id else set())
    if not wanted:
        raise InvalidInput([FieldFault("team", Text(N_("Choose who may still see the file.")))])
    standing = ProtectionTeam.objects.filter(person=person, removed_at=None)
    standing.exclude(staff_id__in=wanted).update(removed_at=now())
    known = set(standing.values_list("staff_id", flat=True))
    ProtectionTeam.objects.bulk_create(
        [
            ProtectionTeam(person=person, staff_id=staff_id, added_by=actor.id)
            for staff_id in sorted(wanted - known)
        ]
    )
    person.sealed = True
    person.seal_reason = reason.strip()
    person.version += 1
    person.save()
    veil_documents(actor, subject_id=person.id, sealed=True)
    note_in_audit(team=len(wanted))
