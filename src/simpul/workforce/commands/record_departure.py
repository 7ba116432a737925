"""Somebody leaves the service, and nothing is left orphaned."""

from __future__ import annotations

import uuid
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce import policies
from simpul.workforce.choices import DepartureKind
from simpul.workforce.departure import open_duties
from simpul.workforce.errors import DutiesOpen, NotYours
from simpul.workforce.faults import refuse_faults, unknown_choice, wrong_order
from simpul.workforce.logins import end_sessions_of
from simpul.workforce.models import Account, Cover, Departure, Staff


@command(on=Staff, reach=policies.staff_reach)
def record_departure(actor: Actor, staff: Staff, *, kind: str, last_day: date) -> uuid.UUID:
    """Record the last day. Refused while cases or covers would be without somebody."""
    if actor.staff_id == staff.id:
        raise NotYours(Text(N_("Somebody else must record your departure.")))
    refuse_faults(
        [
            unknown_choice("kind", kind, DepartureKind.values),
            wrong_order("last_day", staff.active_from, last_day),
        ]
    )
    duties = [duty.text for duty in open_duties(staff.id)]
    promised = Cover.objects.filter(covering=staff, ended_at=None, ends_on__gt=last_day).count()
    if promised:
        duties.append(Text(N_("Covers for colleagues after the last day: %(count)s"), {"count": promised}))
    if duties:
        raise DutiesOpen(duties)
    departure = Departure.objects.create(staff=staff, kind=kind, last_day=last_day, recorded_by=actor.id)
    staff.active_until, staff.version = last_day, staff.version + 1
    staff.save()
    if last_day < today() and staff.account_id:
        Account.objects.filter(pk=staff.account_id).update(is_active=False)
        end_sessions_of(staff.account_id)
    note_in_audit(last_day=str(last_day))
    return departure.id  # type: ignore[no-any-return]
