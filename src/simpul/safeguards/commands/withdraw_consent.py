"""The client takes a consent back; from that moment it stands no more (UU 27/2022 art. 40)."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import Hidden
from simpul.safeguards.gate import note_in_audit, step
from simpul.safeguards.models import Consent


@step
def withdraw_consent(
    actor: Actor, *, subject_id: uuid.UUID, consent_id: uuid.UUID, reason: str = ""
) -> uuid.UUID:
    """End a consent of this person at once. Withdrawing twice changes nothing."""
    consent = Consent.objects.select_for_update().filter(id=consent_id, subject_id=subject_id).first()
    if consent is None:
        raise Hidden
    if consent.withdrawn_at is None:
        consent.withdrawn_at = now()
        consent.withdrawn_by = actor.id
        consent.withdrawal_reason = reason
        consent.save()
    note_in_audit(subjects=[subject_id], purpose=consent.purpose)
    return consent_id
