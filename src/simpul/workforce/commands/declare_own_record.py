"""A member of staff says which record of the registry is her own: she is kept from her kin's cases."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.keys import blind_index
from simpul.workforce import policies
from simpul.workforce.faults import digits_in, not_a_nik, refuse_faults
from simpul.workforce.models import OwnRecord, Staff


@command(on=Staff, reach=policies.staff_reach)
def declare_own_record(
    actor: Actor, staff: Staff, *, nik: str = "", person_id: uuid.UUID | None = None
) -> uuid.UUID:
    """Declare by NIK, or by the file that one found. The answer never tells whether there is a file."""
    index = ""
    if person_id is None:
        words = Text(N_("Write the 16 digits of the NIK as they stand on the card."))
        refuse_faults([not_a_nik("nik", nik, words)])
        index = blind_index("nik", digits_in(nik))
    standing = OwnRecord.objects.filter(
        staff=staff, nik_index=index, person_id=person_id, withdrawn_at=None
    ).first()
    note_in_audit(subjects=[person_id] if person_id else (), by="file" if person_id else "number")
    if standing:
        return standing.id
    made = OwnRecord.objects.create(staff=staff, nik_index=index, person_id=person_id, declared_by=actor.id)
    return made.id  # type: ignore[no-any-return]
