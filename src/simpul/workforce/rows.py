"""Rows that several questions share."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from simpul.kernel.clock import today
from simpul.workforce.models import RoleGrant, Staff


@dataclass(frozen=True)
class GrantRow:
    """A role as people read it. ``state``: proposed, in_force, future, expired or revoked."""

    id: uuid.UUID
    staff_id: uuid.UUID
    holder: str
    role: str
    role_label: str
    scope: str
    scope_label: str
    place: str
    valid_from: date
    expires: date | None
    needs_second: bool
    granted_by: uuid.UUID
    granted_by_name: str
    granted_at: datetime
    confirmed_by: uuid.UUID | None
    confirmed_by_name: str
    state: str


def grant_rows(grants: QuerySet[RoleGrant]) -> tuple[GrantRow, ...]:
    """Roles with the names of who gave and who confirmed; two statements."""
    found = list(grants.select_related("staff", "unit", "office", "unit__office"))
    givers = {one.granted_by for one in found} | {one.confirmed_by for one in found if one.confirmed_by}
    names = dict(Staff.objects.filter(pk__in=givers).values_list("pk", "full_name"))
    return tuple(_row(one, names) for one in found)


def _row(one: RoleGrant, names: dict[uuid.UUID, str]) -> GrantRow:
    place = one.area or (one.unit.name if one.unit else "") or (one.office.name if one.office else "")
    confirmed_by = names.get(one.confirmed_by, "") if one.confirmed_by else ""
    return GrantRow(
        one.id,
        one.staff_id,
        one.staff.full_name,
        one.role,
        one.get_role_display(),
        one.scope,
        one.get_scope_display(),
        place,
        one.valid_from,
        one.expires,
        one.needs_second,
        one.granted_by,
        names.get(one.granted_by, ""),
        one.granted_at,
        one.confirmed_by,
        confirmed_by,
        _state(one),
    )


def _state(one: RoleGrant) -> str:
    day = today()
    if one.revoked_at:
        return "revoked"
    if one.expires and one.expires < day:
        return "expired"
    if one.in_force_at is None:
        return "proposed"
    return "future" if one.valid_from > day else "in_force"
