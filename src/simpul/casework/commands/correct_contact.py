"""A contact was written down wrongly: the right one stands beside it, both stay readable."""

from __future__ import annotations

import uuid
from dataclasses import asdict

from simpul.casework import people, policies
from simpul.casework.commands._contact import ContactGiven, check
from simpul.casework.errors import Faults
from simpul.casework.models import Case, Contact
from simpul.kernel.actor import Actor
from simpul.kernel.errors import Conflict, Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=Contact, reach=policies.record_reach)
def correct_contact(
    actor: Actor, contact: Contact, *, version: int, given: ContactGiven, reason: str
) -> uuid.UUID:
    """Only its writer corrects a contact, with a reason."""
    if contact.by_id != people.author(actor):
        raise Refused(
            Text(N_("Only the one who wrote this can correct it. Write a note of your own instead."))
        )
    if version != contact.version or Contact.objects.filter(corrects=contact).exists():
        raise Conflict
    faults = Faults()
    faults.need(reason=reason)
    faults.settle()
    check(given)
    case = Case.objects.select_for_update().get(pk=contact.case_id)
    number = people.next_number(Contact.objects.filter(case=case))
    made: Contact = Contact.objects.create(
        case=case, by_id=people.author(actor), number=number, corrects=contact, correction_reason=reason,
        version=contact.version + 1, **asdict(given),
    )  # fmt: skip
    note_in_audit(number=number, corrects=contact.number)
    return made.id
