"""The client complains; those she complains about do not read it, somebody above them answers."""

from __future__ import annotations

from simpul.casework import duties, people, policies
from simpul.casework.choices import ComplaintAbout
from simpul.casework.errors import Faults
from simpul.casework.models import Case, Complaint
from simpul.casework.targets import answer_due
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import command, note_in_audit
from simpul.safeguards.numbering import next_reference


@command(on=Case, reach=policies.case_reach)
def complain(actor: Actor, case: Case, *, about: str, words: str, wish: str = "") -> str:
    """Keep the complaint, promise an answer and return its reference."""
    faults = Faults()
    faults.one_of(ComplaintAbout, about=about)
    faults.need(words=words)
    faults.settle()
    made: Complaint = Complaint.objects.create(
        case=case, by_id=people.author(actor), reference=next_reference("PG"), about=about, words=words,
        wish=wish, answer_due=answer_due(now()),
    )  # fmt: skip
    duties.ask_head(actor, case, "answer_complaint", about=made.id, due_at=made.answer_due)
    note_in_audit(reference=made.reference, about=about)
    return made.reference
