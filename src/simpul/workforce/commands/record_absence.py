"""Somebody will be away."""

from __future__ import annotations

import uuid
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command
from simpul.workforce import policies
from simpul.workforce.choices import AbsenceKind
from simpul.workforce.faults import refuse_faults, unknown_choice, wrong_order
from simpul.workforce.models import Absence, Staff


@command(on=Staff, reach=policies.staff_reach)
def record_absence(actor: Actor, staff: Staff, *, kind: str, starts_on: date, ends_on: date) -> uuid.UUID:
    """Record the days of an absence. Its cover is arranged apart."""
    overlaps = Absence.objects.filter(staff=staff, starts_on__lte=ends_on, ends_on__gte=starts_on).exists()
    refuse_faults(
        [
            unknown_choice("kind", kind, AbsenceKind.values),
            wrong_order("ends_on", starts_on, ends_on),
            FieldFault("starts_on", Text(N_("An absence is already recorded for these days.")))
            if overlaps
            else None,
        ]
    )
    absence = Absence.objects.create(
        staff=staff, kind=kind, starts_on=starts_on, ends_on=ends_on, recorded_by=actor.id
    )
    return absence.id  # type: ignore[no-any-return]
