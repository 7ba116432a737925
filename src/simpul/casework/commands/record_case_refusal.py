"""The client is asked in the case and says no to the whole; the no is kept as carefully as a yes."""

from __future__ import annotations

import uuid
from dataclasses import asdict, dataclass
from datetime import datetime

from simpul.casework import policies
from simpul.casework.errors import WrongStage
from simpul.casework.models import Case
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.safeguards.commands.record_refusal import record_refusal
from simpul.safeguards.consent import SaidBy
from simpul.safeguards.gate import command


@dataclass(frozen=True)
class RefusalHeard:
    """What was asked and explained, and the answer as it was said."""

    purpose: str
    explained: str
    words: str
    said_at: datetime | None = None
    said_by: str = SaidBy.CLIENT
    guardian: str = ""
    recipient: str = ""
    language: str = "id"


@command(on=Case, reach=policies.case_reach)
def record_case_refusal(actor: Actor, case: Case, *, refusal: RefusalHeard) -> uuid.UUID:
    """Keep one no of this case's client. Help goes on as far as it needs no consent; one may ask again."""
    if case.client_id is None:
        raise WrongStage(Text(N_("Consent belongs to a person: first record who the client is.")))
    return record_refusal(actor, subject_id=case.client_id, **asdict(refusal))
