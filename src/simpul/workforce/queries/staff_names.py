"""Names behind identifiers, and who supervises whom."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet

from simpul.kernel.actor import SYSTEM_ID, Actor, Role, Scope
from simpul.kernel.clock import today
from simpul.safeguards.gate import query
from simpul.safeguards.prepared import ask_together
from simpul.workforce.acting import grants_in_force
from simpul.workforce.models import RoleGrant, Staff, Unit


@dataclass(frozen=True)
class StaffName:
    """A member of staff as others address her."""

    staff_id: uuid.UUID
    account_id: uuid.UUID | None
    name: str
    titled: str
    office_id: uuid.UUID
    office: str
    unit_id: uuid.UUID | None
    unit: str


@query(silent=True)
def staff_names(actor: Actor, *, ids: Iterable[uuid.UUID | None]) -> dict[uuid.UUID, StaffName]:
    """Who stands behind account ids and staff ids (as in logs and records); the unknown are absent."""
    wanted = {one for one in ids if one and one != SYSTEM_ID}
    if not wanted:
        return {}
    found: dict[uuid.UUID, StaffName] = {}
    for one in ask_together(_bearing, ids=sorted(wanted))["people"]:
        name = StaffName(
            one.id,
            one.account_id,
            one.full_name,
            one.titled_name,
            one.office_id,
            one.office_name,
            one.unit_id,
            one.unit_name or "",
        )
        found[one.id] = name
        if one.account_id:
            found[one.account_id] = name
    return found


def _bearing(ids: Sequence[uuid.UUID]) -> dict[str, QuerySet[Any]]:
    people = Staff.objects.filter(Q(pk__in=ids) | Q(account_id__in=ids))
    return {"people": people.annotate(office_name=F("office__name"), unit_name=F("unit__name"))}


@query(silent=True)
def supervisors_of(
    actor: Actor, *, unit_id: uuid.UUID | None, office_id: uuid.UUID | None = None
) -> tuple[uuid.UUID, ...]:
    """Staff ids of those who supervise a team: its own supervisors, else the office's, else its head."""
    if unit_id and office_id is None:
        office_id = Unit.objects.filter(pk=unit_id).values_list("office_id", flat=True).first()
    day = today()
    grants: list[RoleGrant] = list(
        grants_in_force(day)
        .filter(role__in=[Role.SUPERVISOR.value, Role.HEAD_OF_OFFICE.value])
        .filter(
            Q(unit_id=unit_id, unit__isnull=False)
            | Q(office_id=office_id, office__isnull=False)
            | Q(scope=Scope.OWN.value, staff__office_id=office_id)
        )
        .select_related("staff")
    )
    grants = [grant for grant in grants if grant.staff.is_active(day)]
    team = [one for one in grants if one.role == Role.SUPERVISOR.value and unit_id and one.unit_id == unit_id]
    house = [one for one in grants if one.role == Role.SUPERVISOR.value and one.scope == Scope.OFFICE.value]
    heads = [one for one in grants if one.role == Role.HEAD_OF_OFFICE.value]
    return tuple(dict.fromkeys(one.staff_id for one in team or house or heads))
