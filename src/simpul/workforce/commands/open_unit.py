"""A new team in an office."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce import policies
from simpul.workforce.choices import UnitKind
from simpul.workforce.faults import missing, refuse_faults, unknown_choice
from simpul.workforce.models import Office, Unit


@command(on=Office, reach=policies.office_reach)
def open_unit(actor: Actor, office: Office, *, name: str, kind: str = "service") -> uuid.UUID:
    """Form a team. A protection team's cases will be sealed from everybody outside it."""
    name = name.strip()
    double = Unit.objects.filter(office=office, name=name).exists()
    refuse_faults(
        [
            missing("name", name, Text(N_("Write the name of the team."))),
            unknown_choice("kind", kind, UnitKind.values),
            FieldFault("name", Text(N_("This office already has a team of that name."))) if double else None,
        ]
    )
    unit = Unit.objects.create(office=office, name=name, kind=kind)
    note_in_audit(unit=str(unit.id), kind=kind)
    return unit.id  # type: ignore[no-any-return]
