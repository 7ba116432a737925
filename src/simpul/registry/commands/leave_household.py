"""Somebody leaves a household; the time spent in it stays in the history."""

from __future__ import annotations

import uuid
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.errors import FieldFault, Hidden, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import LeavingReason
from simpul.registry.models import Household, Membership
from simpul.safeguards.gate import command, note_in_audit


@command(on=Household, reach=policies.household_reach)
def leave_household(
    actor: Actor, household: Household, *, person_id: uuid.UUID, reason: str, until: date | None = None
) -> None:
    """Close a membership with its reason."""
    membership = Membership.objects.filter(household=household, person_id=person_id, until=None).first()
    if membership is None:
        raise Hidden
    day = until or today()
    faults = []
    if reason not in LeavingReason.values:
        faults.append(FieldFault("reason", Text(N_("Choose why the person left."))))
    if day > today() or (membership.since and day < membership.since):
        faults.append(FieldFault("until", Text(N_("The end lies before the beginning or in the future."))))
    if faults:
        raise InvalidInput(faults)
    membership.until = day
    membership.leaving_reason = reason
    membership.save()
    note_in_audit(subjects=[person_id], reason=reason)
