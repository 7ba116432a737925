"""What a form says about a consent, and how it is kept."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from simpul.kernel.actor import Actor
from simpul.safeguards.commands.record_consent import record_consent
from simpul.safeguards.consent import Basis, Purpose


@dataclass(frozen=True)
class ConsentGiven:
    """The client's consent as given, or the duty or danger that is cited instead."""

    given_how: str
    items: Mapping[str, bool] = field(default_factory=dict)
    purpose: str = Purpose.CASEWORK
    basis: str = Basis.CONSENT
    witness: str = ""
    guardian: str = ""
    guardian_basis: str = ""
    legal_article: str = ""
    language: str = "id"
    explained: str = ""
    recipient: str = ""
    recipient_id: uuid.UUID | None = None
    stands_until: datetime | None = None


def keep_consent(actor: Actor, client_id: uuid.UUID, given: ConsentGiven) -> uuid.UUID:
    return record_consent(
        actor,
        subject_id=client_id,
        purpose=given.purpose,
        given_how=given.given_how,
        items=given.items,
        basis=given.basis,
        witness=given.witness,
        guardian=given.guardian,
        guardian_basis=given.guardian_basis,
        legal_article=given.legal_article,
        language=given.language,
        explained=given.explained,
        recipient=given.recipient,
        recipient_id=given.recipient_id,
        stands_until=given.stands_until,
    )
