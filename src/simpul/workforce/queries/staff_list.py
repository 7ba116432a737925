"""The people at work within one's reach."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.safeguards.gate import query
from simpul.workforce import policies
from simpul.workforce.acting import grants_in_force
from simpul.workforce.models import Absence, Cover, Staff


@dataclass(frozen=True)
class StaffRow:
    """One colleague in a list."""

    id: uuid.UUID
    name: str
    office_id: uuid.UUID
    office: str
    unit_id: uuid.UUID | None
    unit: str
    roles: tuple[str, ...]
    has_account: bool
    account_open: bool
    active: bool
    away_until: date | None


@dataclass(frozen=True)
class AwayRow:
    """Who is or will be away, and who covers."""

    id: uuid.UUID
    staff_id: uuid.UUID
    name: str
    kind_label: str
    starts_on: date
    ends_on: date
    covered_by: tuple[str, ...]


@dataclass(frozen=True)
class CoverRow:
    """A cover that is running or to come."""

    id: uuid.UUID
    absent_id: uuid.UUID
    absent: str
    covering_id: uuid.UUID
    covering: str
    starts_on: date
    ends_on: date


@query(over=Staff, reach=policies.staff_reach, silent=True)
def staff_list(
    actor: Actor,
    people: QuerySet[Staff],
    *,
    words: str = "",
    office_id: uuid.UUID | None = None,
    unit_id: uuid.UUID | None = None,
    roles: Iterable[str] = (),
    active_only: bool = True,
    limit: int = 200,
) -> tuple[StaffRow, ...]:
    """Colleagues by name, NIP, office, team or role; three statements whatever the number."""
    day = today()
    if words.strip():
        people = people.filter(Q(full_name__icontains=words.strip()) | Q(nip=words.strip()))
    if office_id:
        people = people.filter(office_id=office_id)
    if unit_id:
        people = people.filter(unit_id=unit_id)
    if active_only:
        people = people.filter(Q(active_until=None) | Q(active_until__gte=day), active_from__lte=day)
    if wanted := list(roles):
        people = people.filter(pk__in=grants_in_force(day).filter(role__in=wanted).values("staff_id"))
    found = list(people.select_related("office", "unit", "account").order_by("full_name")[:limit])
    held: dict[uuid.UUID, list[str]] = defaultdict(list)
    for staff_id, role in (
        grants_in_force(day).filter(staff_id__in=[one.id for one in found]).values_list("staff_id", "role")
    ):
        if role not in held[staff_id]:
            held[staff_id].append(role)
    away = dict(
        Absence.objects.filter(
            staff_id__in=[one.id for one in found], starts_on__lte=day, ends_on__gte=day
        ).values_list("staff_id", "ends_on")
    )
    return tuple(_row(one, tuple(held[one.id]), away.get(one.id), day) for one in found)


def _row(one: Staff, roles: tuple[str, ...], away: date | None, day: date) -> StaffRow:
    return StaffRow(
        one.id,
        one.titled_name,
        one.office_id,
        one.office.name,
        one.unit_id,
        one.unit.name if one.unit else "",
        roles,
        one.account_id is not None,
        bool(one.account and one.account.is_active),
        one.is_active(day),
        away,
    )


@query(over=Absence, reach=policies.of_staff_reach, silent=True)
def absences(actor: Actor, days: QuerySet[Absence]) -> tuple[AwayRow, ...]:
    """Absences now and to come, with who covers."""
    rows = list(days.filter(ends_on__gte=today()).select_related("staff").order_by("starts_on")[:200])
    covers = list(
        Cover.objects.filter(
            absent_id__in=[row.staff_id for row in rows], ended_at=None, ends_on__gte=today()
        ).select_related("covering")
    )
    return tuple(
        AwayRow(
            row.id,
            row.staff_id,
            row.staff.full_name,
            row.get_kind_display(),
            row.starts_on,
            row.ends_on,
            tuple(
                cover.covering.full_name
                for cover in covers
                if cover.absent_id == row.staff_id
                and cover.starts_on <= row.ends_on
                and cover.ends_on >= row.starts_on
            ),
        )
        for row in rows
    )


@query(over=Cover, reach=policies.cover_reach, silent=True)
def covers(actor: Actor, standing: QuerySet[Cover]) -> tuple[CoverRow, ...]:
    """Covers running or to come."""
    rows = standing.filter(ended_at=None, ends_on__gte=today()).select_related("absent", "covering")
    return tuple(
        CoverRow(
            row.id,
            row.absent_id,
            row.absent.full_name,
            row.covering_id,
            row.covering.full_name,
            row.starts_on,
            row.ends_on,
        )
        for row in rows.order_by("starts_on")[:200]
    )
