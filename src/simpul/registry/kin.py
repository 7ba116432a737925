"""Who must not serve whom: declared ties, and kin as the registry knows them around a worker's own record.

Kin are those within two steps along ties of blood, union, law or care, whether they stand or have ended,
and everybody who lives or lived in the same household. Closeness, conflict and violence count between the
two themselves. Pure reads; what is found never leaves the house: a refusal says that a tie stands, not
which.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q, QuerySet

from simpul.kernel.actor import Actor
from simpul.registry.choices import LeavingReason, NumberKind, TieKind
from simpul.registry.errors import TieBars
from simpul.registry.models import IdentityNumber, Membership, Person, Relationship
from simpul.safeguards.prepared import ask_together
from simpul.safeguards.unit import once_a_page
from simpul.workforce.models import ConflictDeclaration, OwnRecord

FEELINGS = (
    TieKind.VERY_CLOSE, TieKind.CLOSE, TieKind.DISTANT, TieKind.CONFLICT, TieKind.CUT_OFF, TieKind.VIOLENCE,
)  # fmt: skip
STEPS = 2
Ids = Collection[uuid.UUID]


def tied_persons(staff_id: uuid.UUID) -> frozenset[uuid.UUID]:
    """Everybody whom this worker must not serve: herself, her kin, those whom she declared."""
    declared, own, numbers = _declared(staff_id)
    if numbers:
        held = IdentityNumber.objects.filter(kind=NumberKind.NIK, number_index__in=numbers)
        own |= set(held.values_list("person_id", flat=True))
    if own:
        own = _files_of(own)
    found = declared | own | (_kin_of(own) if own else set())
    return frozenset(_files_of(found)) if found else frozenset()


def has_tie(staff_id: uuid.UUID | None, person_id: uuid.UUID | None) -> bool:
    """Whether anything stands between this worker and this person."""
    if staff_id is None or person_id is None:
        return False
    return person_id in once_a_page(("ties", staff_id), lambda: tied_persons(staff_id))


def barred_to(actor: Actor) -> Ids:
    """The persons whose records this actor does not reach by role, cover or emergency."""
    if actor.staff_id is None:
        return ()
    staff_id = actor.staff_id
    return once_a_page(("ties", staff_id), lambda: tied_persons(staff_id))


def demand_free_hands(actor: Actor, person_id: uuid.UUID | None) -> None:
    """Refuse an actor who is tied to the person; what was just found for the page is not trusted."""
    if actor.staff_id and person_id and person_id in tied_persons(actor.staff_id):
        raise TieBars


def _declared(staff_id: uuid.UUID) -> tuple[set[uuid.UUID], set[uuid.UUID], set[str]]:
    """In one statement: whom she declared, her own files, her own numbers."""
    found = ask_together(_standing, staff=staff_id)
    declared = {tie.person_id for tie in found["ties"]}
    own = {mine.person_id for mine in found["own"] if mine.person_id}
    return declared, own, {mine.nik_index for mine in found["own"] if mine.nik_index}


def _standing(staff: uuid.UUID) -> dict[str, QuerySet[Any]]:
    ties = ConflictDeclaration.objects.filter(staff_id=staff, withdrawn_at=None)
    mine = OwnRecord.objects.filter(staff_id=staff, withdrawn_at=None)
    return {"ties": ties.only("person_id"), "own": mine.only("person_id", "nik_index")}


def _kin_of(own: Ids) -> set[uuid.UUID]:
    near = _across(own, direct=True) | _housemates(own)
    found = set(near)
    for _step in range(STEPS - 1):
        near = _across(near) - found
        found |= near
    return found - set(own)


def _across(persons: Iterable[uuid.UUID], *, direct: bool = False) -> set[uuid.UUID]:
    """The other ends of these persons' ties; feelings count only where they are one's own."""
    ids = set(persons)
    if not ids:
        return set()
    ties = Relationship.objects.filter(Q(person_id__in=ids) | Q(other_id__in=ids))
    if not direct:
        ties = ties.exclude(kind__in=FEELINGS)
    return {one for pair in ties.values_list("person_id", "other_id") for one in pair} - ids


def _housemates(persons: Ids) -> set[uuid.UUID]:
    """Everybody who belongs or belonged to a household of these persons; entries made in error do not."""
    real = Membership.objects.exclude(leaving_reason=LeavingReason.ERROR)
    homes = real.filter(person_id__in=persons).values("household_id")
    return set(real.filter(household_id__in=homes).values_list("person_id", flat=True)) - set(persons)


def _files_of(persons: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """These files with those that they were merged into, or that were merged into them."""
    ids = set(persons)
    roots = Person.objects.filter(pk__in=ids, merged_into__isnull=False)
    ids |= set(roots.values_list("merged_into_id", flat=True))
    return ids | set(Person.objects.filter(merged_into_id__in=ids).values_list("pk", flat=True))
