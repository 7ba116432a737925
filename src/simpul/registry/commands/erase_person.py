"""The second of two members of staff makes a person forgotten, beyond recall."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput, Refused
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import NumberStatus, Precision
from simpul.registry.doors import shut
from simpul.registry.models import (
    Address,
    Alias,
    CareTeam,
    ContactPoint,
    ErasureRequest,
    IdentityNumber,
    ImportRow,
    MatchKey,
    MergeProposal,
    Person,
    Relationship,
)
from simpul.safeguards.commands.destroy_person_key import destroy_person_key
from simpul.safeguards.gate import command, note_in_audit


@command(on=Person, reach=policies.person_reach)
def erase_person(actor: Actor, person: Person, *, sure: bool = False) -> None:
    """Destroy the key, blank the names, drop what makes the person findable. A legal hold refuses."""
    request = ErasureRequest.objects.filter(person=person, confirmed_at=None, dropped_at=None).first()
    if request is None:
        raise Refused(Text(N_("Nobody has asked for the erasure of this file.")))
    if request.requested_by == actor.id:
        raise Refused(Text(N_("A second person must confirm what you asked for.")))
    if CareTeam.objects.filter(person=person, left_at=None).exists():
        raise Refused(Text(N_("This person is still being accompanied. Close the case first.")))
    if not sure:
        words = N_("Confirm that you know this cannot be taken back.")
        raise InvalidInput([FieldFault("sure", Text(words))])
    files = [person, *Person.objects.filter(merged_into=person)]
    for file in files:
        destroy_person_key(actor, subject_id=file.id)
    request.confirmed_by = actor.id
    request.confirmed_at = now()
    request.save()
    for file in files:
        shut(actor, file)
        _forget(file)
    note_in_audit(subjects=[file.id for file in files], files=len(files))


def _forget(person: Person) -> None:
    """Blank every clear text about the person; what was encrypted died with the key."""
    MatchKey.objects.filter(person=person).delete()
    Alias.objects.filter(person=person).delete()
    Relationship.objects.filter(person=person).delete()
    Relationship.objects.filter(other=person).delete()
    ImportRow.objects.filter(person_id=person.id).delete()
    IdentityNumber.objects.filter(person=person).update(number_index="", status=NumberStatus.ENDED)
    ContactPoint.objects.filter(person=person).update(
        value_index="", hours="", preferred=False, ended_at=now()
    )
    Address.objects.filter(person=person).update(region_code="", rt="", rw="", postcode="", since=None)
    for waiting in MergeProposal.objects.filter(status="waiting", kept=person) | MergeProposal.objects.filter(
        status="waiting", folded=person
    ):
        waiting.delete()
    Person.objects.filter(pk=person.pk).update(
        full_name="",
        call_name="",
        title_front="",
        title_back="",
        sex="",
        birth_date=None,
        birth_precision=Precision.DAY,
        birthplace="",
        languages="",
        identity_unknown="",
        region_code="",
        deceased_on=None,
        erased_at=now(),
        version=person.version + 1,
    )
