"""A paper of the profession: competence certificate, registration (STR), practice permit (SIPPS)."""

from __future__ import annotations

import uuid
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.errors import FieldFault
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce import policies
from simpul.workforce.choices import CredentialKind
from simpul.workforce.faults import missing, refuse_faults, unknown_choice, wrong_order
from simpul.workforce.models import Credential, Staff


@command(on=Staff, reach=policies.staff_reach)
def record_certificate(
    actor: Actor,
    staff: Staff,
    *,
    kind: str,
    number: str,
    issued_on: date,
    expires_on: date | None = None,
    issuer: str = "",
) -> uuid.UUID:
    """Record a paper as seen. Its expiry is warned of beforehand and stops nobody from helping."""
    number = number.strip()
    double = Credential.objects.filter(kind=kind, number=number).exists()
    refuse_faults(
        [
            unknown_choice("kind", kind, CredentialKind.values),
            missing("number", number, Text(N_("Write the number as it stands on the paper."))),
            FieldFault("number", Text(N_("This number is already recorded."))) if double else None,
            FieldFault("issued_on", Text(N_("The day of issue lies in the future.")))
            if issued_on > today()
            else None,
            wrong_order("expires_on", issued_on, expires_on),
        ]
    )
    paper = Credential.objects.create(
        staff=staff,
        kind=kind,
        number=number,
        issuer=issuer,
        issued_on=issued_on,
        expires_on=expires_on,
        recorded_by=actor.id,
    )
    note_in_audit(kind=kind)
    return paper.id  # type: ignore[no-any-return]
