"""A role ends before its day, or a proposal is declined."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce import policies
from simpul.workforce.models import RoleGrant


@command(on=RoleGrant, reach=policies.of_staff_reach)
def revoke_grant(actor: Actor, grant: RoleGrant) -> None:
    """End a role. It has no effect from the holder's next click."""
    if grant.revoked_at:
        raise Refused(Text(N_("This role was already taken back.")))
    grant.revoked_by, grant.revoked_at = actor.staff_id or actor.id, now()
    grant.save()
    note_in_audit(role=grant.role, was_in_force=grant.in_force_at is not None)
