"""Somebody who does not work on the case answers the client's complaint."""

from __future__ import annotations

from simpul.casework import duties, people, policies
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Complaint
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=Complaint, reach=policies.complaint_reach)
def answer_complaint(actor: Actor, complaint: Complaint, *, answer: str) -> None:
    """Keep the answer; the client reads it in the portal."""
    if complaint.answered_at is not None:
        raise WrongStage(Text(N_("This complaint was answered already.")))
    faults = Faults()
    faults.need(answer=answer)
    faults.settle()
    complaint.answer = answer
    complaint.answered_at = now()
    complaint.answered_by = people.author(actor)
    complaint.save()
    duties.no_longer(actor, "answer_complaint", complaint.id)
    note_in_audit(reference=complaint.reference)
