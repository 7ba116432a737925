"""Who somebody is and where she works."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor, Scope
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce import policies
from simpul.workforce.faults import (
    demand_version,
    missing,
    nip_taken,
    post_not_in,
    refuse_faults,
    unit_not_in,
)
from simpul.workforce.models import Account, RoleGrant, Staff


@command(on=Staff, reach=policies.staff_reach)
def correct_staff(
    actor: Actor,
    staff: Staff,
    *,
    version: int,
    full_name: str,
    unit_id: uuid.UUID | None = None,
    post_id: uuid.UUID | None = None,
    title_front: str = "",
    title_back: str = "",
    nip: str = "",
    phone: str = "",
) -> None:
    """Correct a member of staff. A new team ends the roles that reached over the old one."""
    nip = nip.replace(" ", "")
    demand_version(staff.version, version)
    refuse_faults(
        [
            missing("full_name", full_name, Text(N_("Write the full name, without titles."))),
            unit_not_in(staff.office, unit_id),
            post_not_in(unit_id, post_id),
            nip_taken(nip, but=staff.id),
        ]
    )
    if staff.unit_id and staff.unit_id != unit_id:
        _leave_unit(actor, staff)
    staff.full_name, staff.title_front, staff.title_back = full_name.strip(), title_front, title_back
    staff.unit_id, staff.post_id, staff.nip, staff.phone = unit_id, post_id, nip, phone
    staff.version += 1
    staff.save()
    if staff.account_id:
        Account.objects.filter(pk=staff.account_id).update(display_name=staff.full_name)


def _leave_unit(actor: Actor, staff: Staff) -> None:
    left = RoleGrant.objects.filter(staff=staff, scope=Scope.UNIT.value, unit=staff.unit, revoked_at=None)
    count = left.update(revoked_by=actor.staff_id or actor.id, revoked_at=now())
    note_in_audit(grants_left=count)
