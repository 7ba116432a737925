"""The client takes a consent back."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.registry import policies
from simpul.registry.models import Person
from simpul.safeguards.commands.withdraw_consent import withdraw_consent as end_consent
from simpul.safeguards.gate import command


@command(on=Person, reach=policies.person_reach)
def withdraw_consent(actor: Actor, person: Person, *, consent_id: uuid.UUID, reason: str = "") -> uuid.UUID:
    """End one consent of this person; it stands no more from this moment (UU 27/2022 art. 40)."""
    return end_consent(actor, subject_id=person.id, consent_id=consent_id, reason=reason)
