"""Who answers for a case: put on the team, taken off it; kin and conflicts of interest are kept out."""

from __future__ import annotations

import uuid

from django.db.models import Q

from simpul.casework import duties, people
from simpul.casework.choices import TeamRole
from simpul.casework.errors import TieStands
from simpul.casework.models import Assignment, Case, StaffTie
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now, today
from simpul.kernel.text import N_


def demand_no_tie(staff_id: uuid.UUID, client_id: uuid.UUID | None) -> None:
    """Refuse somebody who is kin to the client or has declared a conflict of interest."""
    if client_id is None:
        return
    standing = StaffTie.objects.filter(Q(until=None) | Q(until__gte=today()), staff_id=staff_id)
    if standing.filter(client_id=client_id).exists():
        raise TieStands


def put_on_team(actor: Actor, case: Case, staff_id: uuid.UUID, role: str, reason: str = "") -> Assignment:
    """Assign, ending what stood before: one case worker at a time, one role per person."""
    demand_no_tie(staff_id, case.client_id)
    moment = now()
    before = Assignment.objects.filter(case=case, until=None)
    if role == TeamRole.PRIMARY:
        before.filter(Q(role=TeamRole.PRIMARY) | Q(staff_id=staff_id)).update(until=moment)
    else:
        before.filter(staff_id=staff_id).update(until=moment)
    made: Assignment = Assignment.objects.create(
        case=case, staff_id=staff_id, role=role, since=moment, by_id=people.author(actor), reason=reason
    )
    if role == TeamRole.PRIMARY:
        duties.no_longer(actor, "assign_case", case.id)
    duties.tell(actor, case, [staff_id], "case_assigned", N_("You are now on the team of %(reference)s"))
    return made
