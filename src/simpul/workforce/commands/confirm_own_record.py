"""Somebody else has seen the card: the record is this worker's own."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.keys import blind_index
from simpul.workforce import policies
from simpul.workforce.errors import NotYours
from simpul.workforce.faults import digits_in, not_a_nik, refuse_faults
from simpul.workforce.models import OwnRecord


@command(on=OwnRecord, reach=policies.of_staff_reach)
def confirm_own_record(actor: Actor, record: OwnRecord, *, nik: str) -> None:
    """Write the number from the card that the worker shows. It must be the one that she declared."""
    if actor.staff_id == record.staff_id or record.declared_by == actor.id:
        raise NotYours(Text(N_("Somebody else must compare it with the card.")))
    if record.withdrawn_at or record.confirmed_at:
        raise Refused(Text(N_("This was answered already.")))
    words = Text(N_("Write the 16 digits of the NIK as they stand on the card."))
    refuse_faults([not_a_nik("nik", nik, words)])
    index = blind_index("nik", digits_in(nik))
    if record.nik_index and record.nik_index != index:
        differs = Text(N_("This is not the number that was declared. Look at the card together."))
        refuse_faults([FieldFault("nik", differs)])
    record.nik_index = index
    record.confirmed_by, record.confirmed_at = actor.id, now()
    record.save()
    note_in_audit(subjects=[record.person_id] if record.person_id else ())
