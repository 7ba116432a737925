"""Somebody else than the writer confirms an assessment, or gives it back with words."""

from __future__ import annotations

from simpul.casework import duties, people, policies
from simpul.casework.errors import Faults, NeedsOtherEyes, WrongStage
from simpul.casework.models import Assessment
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.registry.kin import demand_free_hands
from simpul.safeguards.gate import command, note_in_audit


@command(on=Assessment, reach=policies.record_reach)
def confirm_assessment(
    actor: Actor, assessment: Assessment, *, confirm: bool = True, words: str = ""
) -> None:
    """Confirm, or return to draft with what is still needed."""
    demand_free_hands(actor, assessment.case.client_id)
    if assessment.state != "submitted":
        raise WrongStage(Text(N_("This assessment does not wait for confirmation.")))
    own = people.author(actor)
    if own in {assessment.by_id, assessment.submitted_by}:
        raise NeedsOtherEyes
    if not confirm:
        faults = Faults()
        faults.need(words=words)
        faults.settle()
    writer = assessment.submitted_by
    if confirm:
        assessment.state = "confirmed"
        assessment.confirmed_at = now()
        assessment.confirmed_by = own
    else:
        assessment.state = "draft"
        assessment.submitted_at = None
        assessment.submitted_by = None
    assessment.returned_words = words
    assessment.version += 1
    assessment.save()
    duties.no_longer(actor, "confirm_assessment", assessment.id)
    if writer is not None:
        said = N_("Your assessment was confirmed (%(reference)s)")
        back = N_("Your assessment came back with words (%(reference)s)")
        duties.tell(
            actor,
            assessment.case,
            [writer],
            "assessment_answered",
            said if confirm else back,
            path="asesmen/",
        )
    note_in_audit(confirmed=confirm)
