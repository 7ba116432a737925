"""The client says what may go to this one agency."""

from __future__ import annotations

import uuid

from simpul.casework.commands._consent import ConsentGiven
from simpul.kernel.actor import Actor
from simpul.referral import policies
from simpul.referral.errors import NobodyYet, WrongState
from simpul.referral.models import Referral
from simpul.referral.rules.loop import State
from simpul.safeguards.commands.record_consent import record_consent
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
    return record_consent(
        actor,
        subject_id=referral.case.client_id,
        purpose=Purpose.SHARING,
        given_how=consent.given_how,
        items=consent.items,
        basis=consent.basis,
        recipient=referral.agency.name[:120],
        recipient_id=referral.agency_id,
        witness=consent.witness,
        guardian=consent.guardian,
        guardian_basis=consent.guardian_basis,
        legal_article=consent.legal_article,
        language=consent.language,
        explained=consent.explained,
        stands_until=consent.stands_until,
    )
