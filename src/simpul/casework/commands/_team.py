"""Who answers for a case: put on the team, taken off it; kin and conflicts of interest are kept out."""

from __future__ import annotations

import uuid

from django.db.models import Q

from simpul.casework import duties, people
from simpul.casework.choices import TeamRole
from simpul.casework.errors import Faults, TieStands
from simpul.casework.models import Assignment, Case
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now, today
from simpul.kernel.text import N_
from simpul.registry.choices import CareRole
from simpul.registry.commands.join_care_team import join_care_team
from simpul.registry.commands.leave_care_team import leave_care_team
from simpul.registry.kin import tied_persons
from simpul.workforce.acting import staff_able_to
from simpul.workforce.models import Staff

CARE_ROLES = {
    TeamRole.PRIMARY.value: CareRole.CASEWORKER.value,
    TeamRole.CO.value: CareRole.CO_WORKER.value,
    TeamRole.SUPERVISOR.value: CareRole.SUPERVISOR.value,
}


def demand_no_tie(staff_id: uuid.UUID, client_id: uuid.UUID | None) -> None:
    """Refuse somebody who is kin to the client or has declared a conflict of interest."""
    if client_id is not None and client_id in tied_persons(staff_id):
        raise TieStands


def demand_in_service(staff_id: uuid.UUID, field: str = "staff_id") -> None:
    """Only somebody who is in service can answer for a case."""
    staff = Staff.objects.filter(pk=staff_id).first()
    if staff is None or not staff.is_active(today()):
        faults = Faults()
        faults.add(field, N_("Choose somebody who is in service."))
        faults.settle()


def demand_casework(staff_id: uuid.UUID, field: str = "staff_id") -> None:
    """A case is answered for by somebody whose role lets her work in cases; an auditor or clerk could not."""
    if not staff_able_to("casework.accept_handover", today()).filter(staff_id=staff_id).exists():
        faults = Faults()
        faults.add(field, N_("Choose somebody whose role lets her accompany clients."))
        faults.settle()


def put_on_team(actor: Actor, case: Case, staff_id: uuid.UUID, role: str, reason: str = "") -> Assignment:
    """Assign, ending what stood before: one case worker at a time, one role per person."""
    demand_in_service(staff_id)
    demand_no_tie(staff_id, case.client_id)
    moment = now()
    before = Assignment.objects.filter(case=case, until=None)
    leaving = before.filter(Q(staff_id=staff_id) | Q(role=role if role == TeamRole.PRIMARY else ""))
    left = [one for one in leaving.values_list("staff_id", flat=True) if one != staff_id]
    leaving.update(until=moment)
    made: Assignment = Assignment.objects.create(
        case=case, staff_id=staff_id, role=role, since=moment, by_id=people.author(actor), reason=reason
    )
    join(actor, case, staff_id, role)
    for one in left:
        leave(actor, case, one)
    if role == TeamRole.PRIMARY:
        duties.no_longer(actor, "assign_case", case.id)
    if left:
        duties.no_longer(actor, "settle_tie", case.id)
    duties.tell(actor, case, [staff_id], "case_assigned", N_("You are now on the team of %(reference)s"))
    return made


def join(actor: Actor, case: Case, staff_id: uuid.UUID, role: str) -> None:
    """Whoever answers for the case may open the client's file."""
    if case.client_id is not None:
        join_care_team(
            actor,
            person_id=case.client_id,
            staff_id=staff_id,
            role=CARE_ROLES[role],
            office_id=case.office_id,
            unit_id=case.unit_id,
            source=f"case:{case.id}",
        )


def leave(actor: Actor, case: Case, staff_id: uuid.UUID) -> None:
    """Whoever no longer answers for the case has no business in the client's file."""
    if case.client_id is not None:
        leave_care_team(actor, person_id=case.client_id, staff_id=staff_id, source=f"case:{case.id}")
