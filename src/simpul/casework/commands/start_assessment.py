"""An assessment is begun."""

from __future__ import annotations

import uuid

from django.db.models import Q

from simpul.casework import people, policies
from simpul.casework.choices import AssessmentKind
from simpul.casework.commands._course import demand_open
from simpul.casework.errors import Faults
from simpul.casework.models import Assessment, Case
from simpul.instruments.models import InstrumentVersion
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_
from simpul.safeguards.gate import command, note_in_audit


@command(on=Case, reach=policies.case_reach, consent="casework")
def start_assessment(
    actor: Actor, case: Case, *, kind: str, instrument_version_id: uuid.UUID | None = None
) -> uuid.UUID:
    """Begin a draft with one version of an instrument."""
    demand_open(case)
    faults = Faults()
    faults.one_of(AssessmentKind, kind=kind)
    if instrument_version_id is not None and not _fits(case, kind, instrument_version_id):
        faults.add("kind", N_("This form is not in use here any more, or serves another kind. Choose again."))
    faults.settle()
    made = Assessment.objects.create(
        case=case, by_id=people.author(actor), kind=kind, instrument_version_id=instrument_version_id
    )
    note_in_audit(kind=kind)
    return made.id  # type: ignore[no-any-return]


def _fits(case: Case, kind: str, version_id: uuid.UUID) -> bool:
    """A starter, or a form of the case's own office for this kind; and still in use."""
    own = Q(instrument__office_id=case.office_id, purpose=kind)
    found = InstrumentVersion.objects.filter(own | Q(instrument__office=None), pk=version_id, retired_at=None)
    return found.exists()
