"""The first office and its first two administrators, who answer for each other."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import timedelta

from simpul.kernel.actor import SYSTEM_ID, Actor, Role, Scope
from simpul.kernel.clock import now, today
from simpul.kernel.errors import FieldFault, Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce.choices import OfficeKind
from simpul.workforce.faults import email_taken, missing, not_a_region, refuse_faults, unknown_choice
from simpul.workforce.logins import login_link
from simpul.workforce.models import Account, Office, RoleGrant, Staff

FIRST_YEAR = timedelta(days=366)


@command()
def found_house(
    actor: Actor,
    *,
    kind: str,
    name: str,
    code: str,
    region_code: str,
    administrators: Sequence[tuple[str, str]],
) -> tuple[str, ...]:
    """Found an empty installation; returns the two invitation links, to be handed over in person.

    Each administrator is confirmed by the other, so that nobody holds the house alone. Works once.
    """
    if Staff.objects.exists():
        raise Refused(Text(N_("This house has people already. Let its administrators go on.")))
    people = [(full_name.strip(), email.strip().lower()) for full_name, email in administrators]
    two = len({email for _name, email in people}) == 2 and len(people) == 2
    refuse_faults(
        [
            unknown_choice("kind", kind, OfficeKind.values),
            missing("name", name, Text(N_("Write the name of the office."))),
            not_a_region("region_code", region_code),
            None if two else FieldFault("administrators", Text(N_("Name two different people."))),
            *(
                missing("administrators", one, Text(N_("Write the full name, without titles.")))
                for one, _e in people
            ),
            *(email_taken(email) for _name, email in people),
        ]
    )
    office = Office.objects.create(kind=kind, name=name.strip(), code=code.upper(), region_code=region_code)
    staff = [_administrator(office, full_name, email) for full_name, email in people]
    for one, other in zip(staff, reversed(staff), strict=True):
        _vouch(one, other.id, region_code)
    note_in_audit(office=str(office.id), administrators=[str(one.id) for one in staff])
    return tuple(login_link(one.account) for one in staff if one.account)


def _administrator(office: Office, full_name: str, email: str) -> Staff:
    account = Account.objects.create_user(email, display_name=full_name)
    staff: Staff = Staff.objects.create(account=account, office=office, full_name=full_name)
    return staff


def _vouch(staff: Staff, other_id: uuid.UUID, area: str) -> None:
    RoleGrant.objects.create(
        staff=staff,
        role=Role.ADMIN.value,
        scope=Scope.AREA.value,
        area=area,
        expires=today() + FIRST_YEAR,
        needs_second=True,
        granted_by=SYSTEM_ID,
        confirmed_by=other_id,
        confirmed_at=now(),
        in_force_at=now(),
    )
