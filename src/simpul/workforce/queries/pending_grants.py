"""Roles that wait for a second person, and which roles stay apart."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.text import Text
from simpul.safeguards.gate import query
from simpul.workforce import policies
from simpul.workforce.models import RoleGrant
from simpul.workforce.rows import GrantRow, grant_rows
from simpul.workforce.rules.grants import INCOMPATIBLE


@dataclass(frozen=True)
class ApartRow:
    """Two roles that one person may not hold, and why."""

    one: str
    other: str
    why: Text


@query(over=RoleGrant, reach=policies.of_staff_reach, silent=True)
def pending_grants(actor: Actor, grants: QuerySet[RoleGrant]) -> tuple[GrantRow, ...]:
    """Powerful roles proposed but not yet confirmed, oldest first."""
    return grant_rows(
        grants.filter(Q(expires=None) | Q(expires__gte=today()), in_force_at=None, revoked_at=None).order_by(
            "granted_at"
        )[:200]
    )


@query(silent=True)
def incompatible_roles(actor: Actor) -> tuple[ApartRow, ...]:
    """The table of roles that must stay apart."""
    return tuple(ApartRow(pair.one.value, pair.other.value, pair.why) for pair in INCOMPATIBLE)
