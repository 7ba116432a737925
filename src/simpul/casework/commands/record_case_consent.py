"""The client's consent is explained and recorded in the case, or the duty that stands instead is cited."""

from __future__ import annotations

import uuid

from simpul.casework import policies
from simpul.casework.consenting import ConsentGiven, keep_consent
from simpul.casework.errors import WrongStage
from simpul.casework.models import Case
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command

__all__ = ["ConsentGiven", "record_case_consent"]


@command(on=Case, reach=policies.case_reach)
def record_case_consent(actor: Actor, case: Case, *, consent: ConsentGiven) -> uuid.UUID:
    """Keep one consent (or cited duty) of this case's client."""
    if case.client_id is None:
        raise WrongStage(Text(N_("Consent belongs to a person: first record who the client is.")))
    return keep_consent(actor, case.client_id, consent)
