"""Somebody stands in for somebody."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce import policies
from simpul.workforce.acting import grants_in_force
from simpul.workforce.faults import refuse_faults, wrong_order
from simpul.workforce.models import Absence, Cover, Staff

LONGEST = timedelta(days=92)


@command(on=Staff, reach=policies.staff_reach)
def arrange_cover(
    actor: Actor, staff: Staff, *, covering_id: uuid.UUID, starts_on: date, ends_on: date
) -> uuid.UUID:
    """Let a colleague of the same office act on the absent one's own cases until the last day.

    The colleague needs a role of her own that carries such work: cover lends cases, not powers.
    """
    covering = Staff.objects.filter(pk=covering_id, office_id=staff.office_id).first()
    refuse_faults(
        [
            wrong_order("ends_on", starts_on, ends_on),
            _too_long(starts_on, ends_on),
            _unfit(staff, covering, starts_on, ends_on),
        ]
    )
    cover = Cover.objects.create(
        absent=staff, covering=covering, starts_on=starts_on, ends_on=ends_on, arranged_by=actor.id
    )
    note_in_audit(cover=str(cover.id), covering=str(covering_id))
    return cover.id  # type: ignore[no-any-return]


def _too_long(starts_on: date, ends_on: date) -> FieldFault | None:
    if ends_on - starts_on <= LONGEST:
        return None
    return FieldFault("ends_on", Text(N_("A cover lasts three months at most. Hand the cases over instead.")))


def _unfit(staff: Staff, covering: Staff | None, starts_on: date, ends_on: date) -> FieldFault | None:
    if covering is None or covering.id == staff.id or not covering.is_active(starts_on):
        return FieldFault("covering_id", Text(N_("Choose a colleague of the same office who is in service.")))
    away = Absence.objects.filter(staff=covering, starts_on__lte=ends_on, ends_on__gte=starts_on).exists()
    if away:
        return FieldFault("covering_id", Text(N_("This colleague is away on some of these days.")))
    if not _roles(covering, starts_on) & _roles(staff, starts_on):
        return FieldFault(
            "covering_id", Text(N_("This colleague holds none of the absent person's roles. Choose another."))
        )
    twice = Cover.objects.filter(
        absent=staff, covering=covering, ended_at=None, starts_on__lte=ends_on, ends_on__gte=starts_on
    ).exists()
    return FieldFault("starts_on", Text(N_("This cover is already arranged."))) if twice else None


def _roles(staff: Staff, day: date) -> set[str]:
    return set(grants_in_force(day).filter(staff=staff).values_list("role", flat=True))
