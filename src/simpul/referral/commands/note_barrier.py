"""Something stood in the way of help, with or without a referral: noted in two taps."""

from __future__ import annotations

import uuid

from simpul.casework.errors import Faults
from simpul.casework.models import Case
from simpul.casework.policies import case_reach
from simpul.directory.models import Agency
from simpul.kernel.actor import Actor
from simpul.kernel.errors import Hidden
from simpul.referral.commands._barrier import BarrierGiven, check_barrier, keep_barrier
from simpul.referral.models import Referral
from simpul.safeguards.gate import command

__all__ = ["BarrierGiven", "note_barrier"]


@command(on=Case, reach=case_reach)
def note_barrier(
    actor: Actor,
    case: Case,
    *,
    barrier: BarrierGiven,
    referral_id: uuid.UUID | None = None,
    agency_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """A kind and a day are enough; which rule, and what was tried, may be told."""
    faults = Faults()
    check_barrier(actor, faults, barrier)
    faults.settle()
    referral = Referral.objects.filter(pk=referral_id, case=case).first() if referral_id else None
    if referral_id and referral is None:
        raise Hidden
    agency = Agency.objects.filter(pk=agency_id).first() if agency_id else None
    return keep_barrier(actor, case, barrier, referral=referral, agency=agency)
