"""An assessment is begun."""

from __future__ import annotations

import uuid

from simpul.casework import people, policies
from simpul.casework.choices import AssessmentKind
from simpul.casework.commands._course import demand_open
from simpul.casework.errors import Faults
from simpul.casework.models import Assessment, Case
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command, note_in_audit


@command(on=Case, reach=policies.case_reach, consent="casework")
def start_assessment(
    actor: Actor, case: Case, *, kind: str, instrument_version_id: uuid.UUID | None = None
) -> uuid.UUID:
    """Begin a draft with one version of an instrument."""
    demand_open(case)
    faults = Faults()
    faults.one_of(AssessmentKind, kind=kind)
    faults.settle()
    made = Assessment.objects.create(
        case=case, by_id=people.author(actor), kind=kind, instrument_version_id=instrument_version_id
    )
    note_in_audit(kind=kind)
    return made.id  # type: ignore[no-any-return]
