"""Somebody who was asked to a conference says whether she will come."""

from __future__ import annotations

from simpul.casework import duties, policies
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Invitation
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=Invitation, reach=policies.invitation_reach)
def answer_invitation(actor: Actor, invitation: Invitation, *, answer: str) -> None:
    """Keep the answer and tell the one who invited."""
    faults = Faults()
    if answer not in {"coming", "not_coming"}:
        faults.add("answer", N_("Choose one of the answers offered."))
    faults.settle()
    conference = invitation.conference
    if conference.state != "planned":
        raise WrongStage(Text(N_("The conference was held already.")))
    invitation.answer = answer
    invitation.answered_at = now()
    invitation.save()
    duties.tell(
        actor, conference.case, [conference.by_id], "conference",
        N_("An invitation to the conference was answered (%(reference)s)"), path="bahas/",
    )  # fmt: skip
    note_in_audit(answer=answer)
