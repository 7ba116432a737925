"""What erasing a file means, whoever orders it."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from simpul.kernel.actor import Actor
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.registry.doors import shut
from simpul.registry.models import CareTeam, Household, Membership, MergeProposal, Person
from simpul.safeguards.commands.destroy_person_key import destroy_person_key
from simpul.safeguards.commands.forget_records import forget_records


def files_of(person: Person) -> list[Person]:
    """The file and every file that was folded into it, step by step."""
    files, ring = [person], [person.pk]
    while ring:
        folded = list(Person.objects.filter(merged_into__in=ring).exclude(pk__in=[one.pk for one in files]))
        files += folded
        ring = [one.pk for one in folded]
    return files


def demand_nobody_accompanies(person: Person) -> None:
    if CareTeam.objects.filter(person=person, left_at=None).exists():
        raise Refused(Text(N_("This person is still being accompanied. Close the case first.")))


def erase_files(actor: Actor, person: Person) -> list[uuid.UUID]:
    """Destroy the keys, blank the names, drop what makes the person findable. A legal hold refuses."""
    files = files_of(person)
    ids = [file.id for file in files]
    ids += _households_left_empty(ids)
    for subject_id in ids:
        destroy_person_key(actor, subject_id=subject_id)
    for file in files:
        shut(actor, file)
    forget_files(actor, ids)
    return [file.id for file in files]


def forget_files(actor: Actor, ids: Collection[uuid.UUID]) -> None:
    """Everything in clear about these persons and households; what was encrypted dies with their keys."""
    asked = MergeProposal.objects.filter(status="waiting")
    asked.filter(kept__in=ids).delete()
    asked.filter(folded__in=ids).delete()
    forget_records(actor, subject_ids=ids)


def _households_left_empty(ids: Collection[uuid.UUID]) -> list[uuid.UUID]:
    """Households in which nobody else ever lived: their card and place say where the person was."""
    lived_in = set(Membership.objects.filter(person__in=ids).values_list("household_id", flat=True))
    others = Membership.objects.filter(household__in=lived_in).exclude(person__in=ids)
    shared = set(others.values_list("household_id", flat=True))
    return list(Household.objects.filter(pk__in=lived_in - shared).values_list("pk", flat=True))
