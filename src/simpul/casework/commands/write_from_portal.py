"""The client writes to her team in her own words."""

from __future__ import annotations

import uuid

from simpul.casework import duties, people, policies
from simpul.casework.errors import Faults
from simpul.casework.models import Case, ClientLetter
from simpul.kernel.actor import Actor
from simpul.kernel.clock import end_of, today
from simpul.kernel.text import N_
from simpul.safeguards.gate import command, note_in_audit

LONGEST = 20_000


@command(on=Case, reach=policies.case_reach)
def write_from_portal(actor: Actor, case: Case, *, words: str) -> uuid.UUID:
    """Keep the letter unchanged and ask the case worker to read it."""
    faults = Faults()
    faults.need(words=words)
    if len(words) > LONGEST:
        faults.add("words", N_("Please write at most %(count)s characters."), count=LONGEST)
    faults.settle()
    made: ClientLetter = ClientLetter.objects.create(case=case, by_id=people.author(actor), words=words)
    worker = people.primary_of(case)
    duties.ask_for(
        actor,
        case,
        "read_letter",
        about=made.id,
        due_at=end_of(today()),
        staff_id=worker,
        urgency="high",
    )
    if worker is not None:
        duties.tell(actor, case, [worker], "letter", N_("The client wrote to you (%(reference)s)"))
    note_in_audit(length=len(words))
    return made.id
