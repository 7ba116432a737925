"""What happened between client and worker is written down."""

from __future__ import annotations

import uuid
from dataclasses import asdict

from simpul.casework import duties, people, policies
from simpul.casework.choices import ContactChannel
from simpul.casework.commands._contact import ContactGiven, check
from simpul.casework.models import Case, Contact
from simpul.casework.targets import due_for
from simpul.kernel.actor import Actor
from simpul.kernel.clock import end_of, now
from simpul.safeguards.gate import command, note_in_audit

__all__ = ["ContactGiven", "record_contact"]


@command(on=Case, reach=policies.case_reach)
def record_contact(actor: Actor, case: Case, *, contact: ContactGiven) -> uuid.UUID:
    """Keep a contact or a note. A client who was reached needs no reminder until the next date."""
    check(contact)
    number = people.next_number(Contact.objects.filter(case=case))
    made: Contact = Contact.objects.create(
        case=case, by_id=people.author(actor), number=number, **asdict(contact)
    )
    met = contact.reached and contact.channel != ContactChannel.NOTE
    if met:
        case.last_contact = max(filter(None, (case.last_contact, contact.happened_at)))
        case.next_due = due_for(case.risk, now()) if case.is_open else None
        duties.no_longer(actor, "contact_client", case.id)
        duties.no_longer(actor, "next_step", case.id)
    if contact.next_on is not None and case.is_open:
        case.next_due = end_of(contact.next_on)
        duties.ask_for(
            actor, case, "next_step", due_at=case.next_due, staff_id=people.primary_of(case) or actor.staff_id
        )
    case.save()
    note_in_audit(number=number, channel=contact.channel, reached=contact.reached)
    return made.id
