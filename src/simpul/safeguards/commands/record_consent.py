"""The client says what may be done with what she tells (UU 27/2022 art. 20-22)."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import note_in_audit, step
from simpul.safeguards.models import Basis, Consent, ConsentItem, FieldGroup, GivenHow, Purpose

NOTHING_ALLOWED = N_(
    "Tick at least one kind of data that may be used. A no to all of them is recorded as a refusal."
)


def _faults(
    *,
    purpose: str,
    basis: str,
    given_how: str,
    witness: str,
    guardian: str,
    legal_article: str,
    until: datetime | None,
) -> list[FieldFault]:
    faults = []
    if purpose not in Purpose.values:
        faults.append(FieldFault("purpose", Text(N_("Choose what the data is for."))))
    if given_how == GivenHow.SPOKEN and not witness.strip():
        faults.append(FieldFault("witness", Text(N_("Spoken consent needs a witness: write the name."))))
    if given_how == GivenHow.GUARDIAN and not guardian.strip():
        faults.append(FieldFault("guardian", Text(N_("Write who the guardian is and on what ground."))))
    if basis == Basis.LEGAL_DUTY and not legal_article.strip():
        faults.append(FieldFault("legal_article", Text(N_("Cite the article that makes it a duty."))))
    if basis == Basis.CONSENT and given_how == GivenHow.NOT_NEEDED:
        faults.append(FieldFault("given_how", Text(N_("Say how the consent was given."))))
    if until is not None and until <= now():
        faults.append(FieldFault("stands_until", Text(N_("The consent would end before it begins."))))
    return faults


@step
def record_consent(
    actor: Actor,
    *,
    subject_id: uuid.UUID,
    purpose: str,
    given_how: str,
    items: Mapping[str, bool],
    basis: str = Basis.CONSENT,
    recipient: str = "",
    recipient_id: uuid.UUID | None = None,
    witness: str = "",
    guardian: str = "",
    guardian_basis: str = "",
    legal_article: str = "",
    language: str = "id",
    explained: str = "",
    stands_until: datetime | None = None,
) -> uuid.UUID:
    """Keep one consent or cited duty, field group by field group. ``items`` maps a group to yes or no."""
    faults = _faults(
        purpose=purpose,
        basis=basis,
        given_how=given_how,
        witness=witness,
        guardian=guardian,
        legal_article=legal_article,
        until=stands_until,
    )
    unknown = set(items) - set(FieldGroup.values)
    if unknown or not any(items.values()):
        faults.append(FieldFault("items", Text(NOTHING_ALLOWED)))
    if faults:
        raise InvalidInput(faults)
    consent = Consent.objects.create(
        subject_id=subject_id,
        purpose=purpose,
        basis=basis,
        given_how=given_how,
        recipient=recipient,
        recipient_id=recipient_id,
        witness=witness,
        guardian=guardian,
        guardian_basis=guardian_basis,
        legal_article=legal_article,
        language=language,
        explained=explained,
        stands_until=stands_until,
        recorded_by=actor.id,
    )
    ConsentItem.objects.bulk_create(
        [ConsentItem(consent=consent, field_group=group, allowed=allowed) for group, allowed in items.items()]
    )
    note_in_audit(subjects=[subject_id], purpose=purpose, basis=basis)
    return consent.id  # type: ignore[no-any-return]
