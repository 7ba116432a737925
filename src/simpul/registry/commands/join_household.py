"""Somebody comes to live with a household."""

from __future__ import annotations

import uuid
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.errors import FieldFault, Hidden, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import ShdkRelation
from simpul.registry.models import Household, Membership, Person
from simpul.safeguards.gate import command, note_in_audit


@command(on=Household, reach=policies.household_reach)
def join_household(
    actor: Actor, household: Household, *, person_id: uuid.UUID, relation: str, since: date | None = None
) -> uuid.UUID:
    """Add a person to the household with her place in the family."""
    person = Person.objects.filter(
        policies.thin_reach(actor, "registry.join_household"), pk=person_id
    ).first()
    if person is None:
        raise Hidden
    faults = []
    if relation not in ShdkRelation.values:
        faults.append(FieldFault("relation", Text(N_("Choose the place in the family."))))
    if since and since > today():
        faults.append(FieldFault("since", Text(N_("The day lies in the future."))))
    current = Membership.objects.filter(person=person, until=None).first()
    if current is not None:
        here = N_("This person belongs to this household already.")
        elsewhere = N_("This person belongs to a household already; let her or him leave that one first.")
        faults.append(FieldFault("", Text(here if current.household_id == household.id else elsewhere)))
    head = Membership.objects.filter(household=household, until=None, relation=ShdkRelation.HEAD)
    if relation == ShdkRelation.HEAD and head.exists():
        faults.append(FieldFault("relation", Text(N_("The household has a head already."))))
    if faults:
        raise InvalidInput(faults)
    membership: Membership = Membership.objects.create(
        person=person, household=household, relation=relation, since=since or today(), recorded_by=actor.id
    )
    note_in_audit(subjects=[person.id], relation=relation)
    return membership.id
