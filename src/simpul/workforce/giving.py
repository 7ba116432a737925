"""Whether a role goes with what somebody already holds and carries."""

from __future__ import annotations

from django.db.models import Q

from simpul.kernel.actor import Role
from simpul.kernel.clock import today
from simpul.kernel.text import N_, Text
from simpul.workforce.departure import open_duties
from simpul.workforce.errors import RolesClash
from simpul.workforce.models import RoleGrant, Staff
from simpul.workforce.rules.grants import clash


def demand_compatible(staff: Staff, role: Role, *, but: RoleGrant | None = None) -> None:
    """Refuse a role that must stay apart from another, proposed or in force, or from cases still carried."""
    standing = RoleGrant.objects.filter(
        Q(expires=None) | Q(expires__gte=today()), staff=staff, revoked_at=None
    )
    held = standing.exclude(pk=but.pk) if but else standing
    if why := clash(role, [Role(one.role) for one in held]):
        raise RolesClash(why)
    if role in {Role.ADMIN, Role.AUDITOR} and (duties := open_duties(staff.id)):
        raise RolesClash(
            Text(
                N_("%(count)s duties must be handed over before this role can be given."),
                {"count": sum(duty.count for duty in duties)},
            )
        )
