"""Turns grants into the records they reach. One function for single records and for lists."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from simpul.kernel.actor import Actor, Scope
from simpul.kernel.clock import now
from simpul.safeguards.permissions import standing_grants
from simpul.safeguards.prepared import ask_together
from simpul.safeguards.unit import once_a_page

Reach = Callable[[Actor, str], Q]

NOTHING = Q(pk__in=[])
EVERYTHING = Q(pk__isnull=False)

_bars: list[Callable[[Actor], Collection[uuid.UUID]]] = []
BY_GRANTS_ALONE: set[Reach] = set()

_reading: ContextVar[bool] = ContextVar("simpul_reading", default=False)


def by_grants_alone(reach: Reach) -> Reach:
    """Marks a reach that asks of an act nothing but which grants carry it; equal grants reach the same."""
    BY_GRANTS_ALONE.add(reach)
    return reach


def reach(
    actor: Actor,
    act: str,
    *,
    own: Q | None = None,
    unit: str | None = None,
    office: str | None = None,
    area: str | None = None,
    subject: str | None = None,
    sealed: str | None = None,
    team: Q | None = None,
    held: Q | None = None,
) -> Q:
    """The records that this actor reaches with this act.

    ``own`` selects one's own records; ``unit``, ``office`` and ``area`` name the fields that a wider
    scope is compared with (``area`` is a prefix of a region code). ``subject`` names the field that holds
    the person: while a broken glass stands, readings reach that person too. ``sealed`` names a boolean
    field; sealed records are reached by ``team`` alone, whatever the grant and the glass. Records of persons
    from whom the actor is barred are reached only as far as ``held`` says: what was given into his hands.
    """
    reached = NOTHING
    for grant in standing_grants(actor, act):
        if grant.scope is Scope.ALL:
            reached |= EVERYTHING
        elif grant.scope is Scope.OWN and own is not None:
            reached |= own
        elif grant.scope is Scope.UNIT and unit and grant.unit_id:
            reached |= Q(**{unit: grant.unit_id})
        elif grant.scope is Scope.OFFICE and office and grant.office_id:
            reached |= Q(**{office: grant.office_id})
        elif grant.scope is Scope.AREA and area and grant.area:
            reached |= Q(**{f"{area}__startswith": grant.area})
        if own is not None and grant.scope in {Scope.UNIT, Scope.OFFICE, Scope.AREA}:
            reached |= own
    if subject and _reading.get() and (glass := broken_glass_subjects(actor)):
        reached |= Q(**{f"{subject}__in": glass})
    if subject and (barred := barred_subjects(actor)):
        reached &= ~Q(**{f"{subject}__in": barred}) | (held if held is not None else NOTHING)
    if sealed:
        reached &= Q(**{sealed: False}) | (team if team is not None else NOTHING)
    return reached


def reaches_place(
    actor: Actor,
    act: str,
    *,
    office_id: uuid.UUID | None = None,
    unit_id: uuid.UUID | None = None,
    area: str = "",
) -> bool:
    """Whether the actor may make a new record there: in his own office, or as far as his grants reach."""
    for grant in standing_grants(actor, act):
        if grant.scope is Scope.ALL:
            return True
        if grant.scope is Scope.OWN and (office_id is None or office_id == actor.office_id):
            return True
        if grant.scope is Scope.UNIT and unit_id is not None and grant.unit_id == unit_id:
            return True
        if grant.scope is Scope.UNIT and unit_id is None and office_id == actor.office_id:
            return True
        if grant.scope is Scope.OFFICE and grant.office_id == office_id:
            return True
        if grant.scope is Scope.AREA and area.startswith(grant.area) and grant.area:
            return True
    return False


def bar(find: Callable[[Actor], Collection[uuid.UUID]]) -> None:
    """Let this say from whose records an actor is barred. Who is kin is known above this package."""
    if find not in _bars:
        _bars.append(find)


def barred_subjects(actor: Actor) -> frozenset[uuid.UUID]:
    """The persons whose records neither role nor cover nor broken glass opens for this actor."""
    return frozenset(one for find in _bars for one in find(actor))


def broken_glass_subjects(actor: Actor) -> list[uuid.UUID]:
    """The persons whose files this actor reads in an emergency at this moment."""

    def find() -> list[uuid.UUID]:
        found = ask_together(_standing_glasses, actor=actor.id, moment=now())
        return [glass.subject_id for glass in found["glasses"]]

    return once_a_page(("broken glass", actor.id), find)


def _standing_glasses(actor: uuid.UUID, moment: datetime) -> dict[str, QuerySet[Any]]:
    from simpul.safeguards.models import BrokenGlass

    standing = BrokenGlass.objects.filter(actor_id=actor, ends_at__gt=moment)
    return {"glasses": standing.only("subject_id")}
