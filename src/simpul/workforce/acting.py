"""Turns a login into an actor with the grants that stand today, in at most two statements."""

from __future__ import annotations

import uuid
from datetime import date

from django.db.models import Q, QuerySet

from simpul.kernel.actor import Actor, ActorKind, Grant, Role, Scope, public_actor
from simpul.kernel.clock import today
from simpul.safeguards.permissions import matrix
from simpul.safeguards.together import together
from simpul.workforce.models import Account, Cover, RoleGrant, Staff


def actor_for(account_id: uuid.UUID) -> Actor:
    """The actor behind an account: a client reaches her own file; staff reach what their grants say.

    Who is out of service, or whose account is closed, acts as the public does. An expired registration
    takes nothing away: help goes on, and the expiry is shown to the worker and her supervisor.
    """
    account = Account.objects.select_related("staff").filter(pk=account_id).first()
    return actor_behind(account) if account else public_actor()


def actor_behind(account: Account) -> Actor:
    """The actor behind an account that was read already (with its staff, to spare a statement)."""
    if not account.is_active:
        return public_actor()
    if account.person_id:
        return Actor(
            id=account.id,
            kind=ActorKind.CLIENT,
            grants=(Grant(Role.CLIENT, Scope.OWN),),
            person_id=account.person_id,
            language=account.language,
        )
    staff: Staff | None = getattr(account, "staff", None)
    day = today()
    if staff is None or not staff.is_active(day):
        return public_actor()
    held = together(
        {"grants": grants_in_force(day).filter(staff=staff), "covers": covers_on(day).filter(covering=staff)}
    )
    return Actor(
        id=account.id,
        kind=ActorKind.STAFF,
        grants=tuple(grant.as_power() for grant in held["grants"]),
        staff_id=staff.id,
        office_id=staff.office_id,
        unit_id=staff.unit_id,
        language=account.language,
        covers=tuple(cover.absent_id for cover in held["covers"]),
    )


def grants_in_force(day: date) -> QuerySet[RoleGrant]:
    """The grants that count on this day: begun, confirmed where two must agree, not expired, not revoked."""
    return RoleGrant.objects.filter(
        Q(expires=None) | Q(expires__gte=day), valid_from__lte=day, in_force_at__isnull=False, revoked_at=None
    )


def staff_able_to(act: str, day: date) -> QuerySet[RoleGrant]:
    """The grants in force whose role carries this act, wherever they reach."""
    return grants_in_force(day).filter(role__in=[role.value for role in matrix().get(act, {})])


def covers_on(day: date) -> QuerySet[Cover]:
    """Who stands in for whom on this day."""
    return Cover.objects.filter(starts_on__lte=day, ends_on__gte=day, ended_at=None)
