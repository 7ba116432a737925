"""The second pair of eyes on a powerful role."""

from __future__ import annotations

from simpul.kernel.actor import Actor, Role
from simpul.kernel.clock import now, today
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.permissions import standing_grants
from simpul.workforce import policies
from simpul.workforce.errors import NotYours
from simpul.workforce.giving import demand_compatible
from simpul.workforce.models import RoleGrant
from simpul.workforce.rules.grants import may_give


@command(on=RoleGrant, reach=policies.of_staff_reach)
def confirm_grant(actor: Actor, grant: RoleGrant) -> None:
    """Confirm a proposed role, which then takes effect. Neither its proposer nor its holder can."""
    me = actor.staff_id or actor.id
    if me == grant.granted_by:
        raise NotYours(Text(N_("You proposed this role yourself: somebody else must confirm it.")))
    if me == grant.staff_id:
        raise NotYours(Text(N_("This role is for you: somebody else must confirm it.")))
    if not may_give(
        [one.role for one in standing_grants(actor, "workforce.confirm_grant")], Role(grant.role)
    ):
        raise NotYours(Text(N_("Only administrators may confirm this role.")))
    if grant.revoked_at or (grant.expires and grant.expires < today()):
        raise Refused(Text(N_("This proposal is over. Propose the role anew.")))
    if grant.in_force_at:
        raise Refused(Text(N_("This role is already in force.")))
    demand_compatible(grant.staff, Role(grant.role), but=grant)
    grant.confirmed_by, grant.confirmed_at, grant.in_force_at = me, now(), now()
    grant.save()
    note_in_audit(role=grant.role, scope=grant.scope)
