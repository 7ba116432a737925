"""The offices and their teams, as people look for them."""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.safeguards.gate import query
from simpul.workforce import policies
from simpul.workforce.models import Office, Post, Staff, Unit


@dataclass(frozen=True)
class UnitRow:
    """A team with the people in it and the people planned."""

    id: uuid.UUID
    name: str
    kind: str
    kind_label: str
    staff: int
    planned: int


@dataclass(frozen=True)
class OfficeNode:
    """An office in the tree; ``depth`` counts the offices above it."""

    id: uuid.UUID
    name: str
    kind: str
    kind_label: str
    code: str
    region_code: str
    parent_id: uuid.UUID | None
    depth: int
    staff: int
    units: tuple[UnitRow, ...]


@dataclass(frozen=True)
class OfficeCard:
    """All facts of one office: for its page, and for what stands over its letters."""

    id: uuid.UUID
    kind: str
    kind_label: str
    name: str
    code: str
    region_code: str
    address: str
    city: str
    postcode: str
    phone: str
    email: str
    website: str
    letterhead_over: str
    letterhead_name: str
    parent_id: uuid.UUID | None
    version: int
    units: tuple[UnitRow, ...]


@query(silent=True)
def office_tree(actor: Actor) -> tuple[OfficeNode, ...]:
    """Every open office below its parent, with its teams; four statements whatever the number."""
    offices = list(Office.objects.filter(closed_on=None).order_by("name"))
    units = _units_of([office.id for office in offices])
    heads = Counter(_in_service().values_list("office_id", flat=True))
    branches: dict[uuid.UUID | None, list[Office]] = defaultdict(list)
    known = {office.id for office in offices}
    for office in offices:
        branches[office.parent_id if office.parent_id in known else None].append(office)
    found: list[OfficeNode] = []

    def walk(parent: uuid.UUID | None, depth: int) -> None:
        for office in branches[parent]:
            found.append(
                OfficeNode(
                    office.id,
                    office.name,
                    office.kind,
                    office.get_kind_display(),
                    office.code,
                    office.region_code,
                    office.parent_id,
                    depth,
                    heads[office.id],
                    units.get(office.id, ()),
                )
            )
            walk(office.id, depth + 1)

    walk(None, 0)
    return tuple(found)


@query(silent=True)
def office_card(actor: Actor, *, office_id: uuid.UUID) -> OfficeCard | None:
    """One office's facts, for everybody in the house: nothing in it is about a person."""
    office = Office.objects.filter(pk=office_id).first()
    if office is None:
        return None
    return OfficeCard(
        office.id,
        office.kind,
        office.get_kind_display(),
        office.name,
        office.code,
        office.region_code,
        office.address,
        office.city,
        office.postcode,
        office.phone,
        office.email,
        office.website,
        office.letterhead_over,
        office.letterhead_name,
        office.parent_id,
        office.version,
        _units_of([office.id]).get(office.id, ()),
    )


@query(silent=True)
def offices_to_ask(actor: Actor, *, ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Name and telephone of offices, for who must ask there."""
    found = Office.objects.filter(pk__in=set(ids)).values_list("pk", "name", "phone")
    return {pk: ", ".join(part for part in (name, phone) if part) for pk, name, phone in found}


@query(over=Office, reach=policies.office_reach, silent=True)
def my_offices(actor: Actor, offices: QuerySet[Office]) -> tuple[OfficeNode, ...]:
    """The offices that the actor administers or works in, flat."""
    reached = offices.filter(closed_on=None).distinct().order_by("name")
    units = _units_of([office.id for office in reached])
    return tuple(
        OfficeNode(
            one.id,
            one.name,
            one.kind,
            one.get_kind_display(),
            one.code,
            one.region_code,
            one.parent_id,
            0,
            0,
            units.get(one.id, ()),
        )
        for one in reached
    )


def _in_service() -> QuerySet[Staff]:
    day = today()
    return Staff.objects.filter(Q(active_until=None) | Q(active_until__gte=day), active_from__lte=day)


def _units_of(office_ids: list[uuid.UUID]) -> dict[uuid.UUID, tuple[UnitRow, ...]]:
    theirs = _in_service().filter(unit__office_id__in=office_ids)
    staff = Counter(theirs.values_list("unit_id", flat=True))
    planned: Counter[uuid.UUID] = Counter()
    for unit_id, number in Post.objects.filter(unit__office_id__in=office_ids).values_list(
        "unit_id", "planned"
    ):
        planned[unit_id] += number
    found: dict[uuid.UUID, list[UnitRow]] = defaultdict(list)
    for unit in Unit.objects.filter(office_id__in=office_ids, closed_on=None).order_by("name"):
        found[unit.office_id].append(
            UnitRow(unit.id, unit.name, unit.kind, unit.get_kind_display(), staff[unit.id], planned[unit.id])
        )
    return {office_id: tuple(rows) for office_id, rows in found.items()}
