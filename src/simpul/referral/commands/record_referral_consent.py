"""The client says what may go to this one agency."""

from __future__ import annotations

import uuid
from dataclasses import replace

from simpul.casework.consenting import ConsentGiven, keep_consent
from simpul.kernel.actor import Actor
from simpul.referral import policies
from simpul.referral.errors import NobodyYet, WrongState
from simpul.referral.models import Referral
from simpul.referral.rules.loop import State
from simpul.safeguards.consent import Purpose
from simpul.safeguards.gate import command

__all__ = ["ConsentGiven", "record_referral_consent"]


@command(on=Referral, reach=policies.referral_reach)
def record_referral_consent(actor: Actor, referral: Referral, *, consent: ConsentGiven) -> uuid.UUID:
    """Keep a consent (or cited duty) that names this agency and no other."""
    if referral.case.client_id is None:
        raise NobodyYet
    if referral.state == State.CLOSED:
        raise WrongState
    named = replace(
        consent,
        purpose=Purpose.SHARING,
        recipient=referral.agency.name[:120],
        recipient_id=referral.agency_id,
    )
    return keep_consent(actor, referral.case.client_id, named)
