"""A role for somebody, by somebody else."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from simpul.kernel.actor import Actor, Role, Scope
from simpul.kernel.clock import now, today
from simpul.kernel.errors import FieldFault, Hidden
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.permissions import standing_grants
from simpul.safeguards.reach import reaches_place
from simpul.workforce import policies
from simpul.workforce.choices import GrantableRole, GrantScope, OfficeKind, UnitKind
from simpul.workforce.errors import NotYours
from simpul.workforce.faults import not_a_region, refuse_faults, unknown_choice, wrong_order
from simpul.workforce.giving import demand_compatible
from simpul.workforce.models import Office, RoleGrant, Staff, Unit
from simpul.workforce.rules.grants import may_give, needs_second_person

ACT = "workforce.propose_grant"
LONGEST_POWER = timedelta(days=731)


@command(on=Staff, reach=policies.staff_reach)
def propose_grant(
    actor: Actor,
    staff: Staff,
    *,
    role: str,
    scope: str,
    unit_id: uuid.UUID | None = None,
    office_id: uuid.UUID | None = None,
    area: str = "",
    valid_from: date | None = None,
    expires: date | None = None,
) -> uuid.UUID:
    """Give a role with a reach. A powerful one takes effect only when a second person confirms it.

    Nobody gives to himself, gives further than his own reach, or joins what must stay apart.
    """
    refuse_faults(
        [
            unknown_choice("role", role, GrantableRole.values),
            unknown_choice("scope", scope, GrantScope.values),
        ]
    )
    given, reach, first = Role(role), Scope(scope), valid_from or today()
    if actor.staff_id == staff.id:
        raise NotYours(Text(N_("Nobody gives a role to himself. Ask a colleague with that right.")))
    if not may_give([grant.role for grant in standing_grants(actor, ACT)], given):
        raise NotYours(Text(N_("Only administrators may propose this role.")))
    unit, office = _place(actor, staff, reach, unit_id, office_id, area)
    protection = UnitKind.PROTECTION in (unit and unit.kind, staff.unit and staff.unit.kind)
    protection = protection or OfficeKind.UPTD_PPA in (office and office.kind, staff.office.kind)
    second = needs_second_person(given, reach, protection=protection)
    refuse_faults([wrong_order("expires", first, expires), _end_fault(expires) if second else None])
    demand_compatible(staff, given)
    grant = RoleGrant.objects.create(
        staff=staff,
        role=role,
        scope=scope,
        unit=unit,
        office=office,
        area=area if reach is Scope.AREA else "",
        valid_from=first,
        expires=expires,
        needs_second=second,
        granted_by=actor.staff_id or actor.id,
        in_force_at=None if second else now(),
    )
    note_in_audit(grant=str(grant.id), role=role, scope=scope, needs_second=second)
    return grant.id  # type: ignore[no-any-return]


def _place(
    actor: Actor,
    staff: Staff,
    scope: Scope,
    unit_id: uuid.UUID | None,
    office_id: uuid.UUID | None,
    area: str,
) -> tuple[Unit | None, Office | None]:
    """The place that the grant reaches over; hidden when the giver does not reach it himself."""
    if scope is Scope.AREA:
        refuse_faults([not_a_region("area", area)])
        _demand_reach(actor, area=area)
        return None, None
    if scope is Scope.UNIT:
        wanted = unit_id or staff.unit_id
        open_units = Unit.objects.select_related("office").filter(closed_on=None)
        unit = open_units.filter(pk=wanted).first() if wanted else None
        refuse_faults([FieldFault("unit_id", Text(N_("Choose a team."))) if unit is None else None])
        assert unit is not None
        _demand_reach(actor, office_id=unit.office_id, unit_id=unit.id, area=unit.office.region_code)
        return unit, None
    if scope is Scope.OWN:
        return None, None
    office = Office.objects.filter(pk=office_id or staff.office_id, closed_on=None).first()
    no_office = FieldFault("office_id", Text(N_("Choose an office that is open.")))
    refuse_faults([no_office if office is None else None])
    assert office is not None
    _demand_reach(actor, office_id=office.id, area=office.region_code)
    return None, office


def _demand_reach(
    actor: Actor, *, office_id: uuid.UUID | None = None, unit_id: uuid.UUID | None = None, area: str = ""
) -> None:
    if not reaches_place(actor, ACT, office_id=office_id, unit_id=unit_id, area=area):
        raise Hidden


def _end_fault(expires: date | None) -> FieldFault | None:
    if expires is not None and expires <= today() + LONGEST_POWER:
        return None
    return FieldFault("expires", Text(N_("This role needs a last day, at most two years from now.")))
