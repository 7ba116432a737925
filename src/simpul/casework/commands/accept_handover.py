"""The one to whom a case was offered says yes or no."""

from __future__ import annotations

from simpul.casework import duties, policies
from simpul.casework.choices import TeamRole
from simpul.casework.commands._team import put_on_team
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Case, Handover
from simpul.documents.commands.hand_documents_over import hand_documents_over
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.worklist.commands.pass_case_tasks import pass_case_tasks


@command(on=Handover, reach=policies.handover_reach)
def accept_handover(actor: Actor, handover: Handover, *, accept: bool = True, words: str = "") -> None:
    """With a yes the new worker answers for the case; with a no (and why) the old one still does."""
    if handover.state != "offered":
        raise WrongStage(Text(N_("This hand-over was answered already.")))
    if actor.staff_id != handover.to_staff_id:
        raise Refused(Text(N_("Only the one to whom the case is offered can answer.")))
    if not accept:
        faults = Faults()
        faults.need(words=words)
        faults.settle()
    case = Case.objects.select_for_update().get(pk=handover.case_id)
    handover.state = "accepted" if accept else "declined"
    handover.answered_at = now()
    handover.answer_words = words
    handover.save()
    if accept:
        put_on_team(actor, case, handover.to_staff_id, TeamRole.PRIMARY)
        pass_case_tasks(actor, case_id=case.id, from_id=handover.from_staff_id, to_id=handover.to_staff_id)
        hand_documents_over(actor, case_id=case.id, holder_id=handover.to_staff_id)
    duties.no_longer(actor, "accept_handover", handover.id)
    yes, no = (
        N_("The hand-over was accepted (%(reference)s)"),
        N_("The hand-over was declined (%(reference)s)"),
    )
    duties.tell(actor, case, [handover.from_staff_id, handover.by_id], "handover", yes if accept else no)
    note_in_audit(accepted=accept)
