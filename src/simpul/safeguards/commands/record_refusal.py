"""The client was asked and says no; that she was asked, and what she said, is kept (UU 27/2022 art. 22)."""

from __future__ import annotations

import uuid
from datetime import datetime

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.safeguards.consent import standing
from simpul.safeguards.gate import note_in_audit, step
from simpul.safeguards.models import Basis, ConsentRefusal, Purpose, SaidBy

STANDS = N_("A consent to this stands. If the client takes it back, withdraw it: it then ends at once.")


def _faults(
    *, purpose: str, said_by: str, guardian: str, explained: str, words: str, said_at: datetime
) -> list[FieldFault]:
    faults = []
    if purpose not in Purpose.values:
        faults.append(FieldFault("purpose", Text(N_("Choose what the client was asked for."))))
    if said_by not in SaidBy.values:
        faults.append(FieldFault("said_by", Text(N_("Choose who said no."))))
    if said_by == SaidBy.GUARDIAN and not guardian.strip():
        faults.append(FieldFault("guardian", Text(N_("Write who the guardian is and on what ground."))))
    if not explained.strip():
        faults.append(FieldFault("explained", Text(N_("Write what was explained before the answer."))))
    if not words.strip():
        faults.append(FieldFault("words", Text(N_("Write the no as it was said, or how it was shown."))))
    if said_at > now():
        faults.append(FieldFault("said_at", Text(N_("This moment lies ahead. Write when it was said."))))
    return faults


@step
def record_refusal(
    actor: Actor,
    *,
    subject_id: uuid.UUID,
    purpose: str,
    explained: str,
    words: str,
    said_at: datetime | None = None,
    said_by: str = SaidBy.CLIENT,
    guardian: str = "",
    recipient: str = "",
    language: str = "id",
) -> uuid.UUID:
    """Keep a whole no. It opens nothing; where a consent to the very same stands, that is to be withdrawn."""
    moment = said_at or now()
    faults = _faults(
        purpose=purpose, said_by=said_by, guardian=guardian, explained=explained, words=words, said_at=moment
    )
    same = standing(subject_id, purpose).filter(basis=Basis.CONSENT)
    if recipient.strip():
        same = same.filter(recipient__iexact=recipient.strip())
    if not faults and same.exists():
        faults.append(FieldFault("purpose", Text(STANDS)))
    if faults:
        raise InvalidInput(faults)
    refusal: ConsentRefusal = ConsentRefusal.objects.create(
        subject_id=subject_id,
        purpose=purpose,
        recipient=recipient.strip()[:120],
        said_by=said_by,
        guardian=guardian if said_by == SaidBy.GUARDIAN else "",
        language=language,
        explained=explained,
        words=words,
        said_at=moment,
        asked_by=actor.id,
    )
    note_in_audit(subjects=[subject_id], purpose=purpose)
    return refusal.id
