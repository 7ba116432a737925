"""Who stands above a case's worker: its supervisor, those of the unit or office, else the head."""

from __future__ import annotations

import uuid

from django.db.models import Q

from simpul.casework.models import Assignment, Case
from simpul.kernel.actor import Role, Scope
from simpul.kernel.clock import today
from simpul.registry.kin import has_tie
from simpul.workforce.acting import grants_in_force


def supervisors_at(office_id: uuid.UUID | None, unit_id: uuid.UUID | None) -> tuple[uuid.UUID, ...]:
    """Supervisors of the unit; without one, those of the office; without one, its head."""
    held = (
        grants_in_force(today())
        .filter(role__in=[Role.SUPERVISOR.value, Role.HEAD_OF_OFFICE.value])
        .filter(Q(unit_id=unit_id, unit__isnull=False) | Q(office_id=office_id, office__isnull=False))
        .order_by("valid_from", "id")
    )
    grants = list(held)
    team = [
        one.staff_id for one in grants if one.role == Role.SUPERVISOR.value and one.scope == Scope.UNIT.value
    ]
    house = [
        one.staff_id for one in grants if one.role == Role.SUPERVISOR.value and one.scope != Scope.UNIT.value
    ]
    heads = [one.staff_id for one in grants if one.role == Role.HEAD_OF_OFFICE.value]
    return tuple(dict.fromkeys(team or house or heads))


def heads_at(office_id: uuid.UUID) -> tuple[uuid.UUID, ...]:
    """The heads of an office."""
    held = grants_in_force(today()).filter(role=Role.HEAD_OF_OFFICE.value, office_id=office_id)
    return tuple(dict.fromkeys(held.values_list("staff_id", flat=True)))


def supervisor_of(case: Case, *but_not: uuid.UUID | None) -> uuid.UUID | None:
    """Who looks at this case's papers: its own supervisor, else one of the unit's; never the writer."""
    own = Assignment.objects.filter(case=case, role="supervisor", until=None).values_list(
        "staff_id", flat=True
    )
    found = (*own, *supervisors_at(case.office_id, case.unit_id), *heads_at(case.office_id))
    fit = (one for one in dict.fromkeys(found) if one not in but_not)
    return next((one for one in fit if not has_tie(one, case.client_id)), None)
