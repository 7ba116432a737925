"""The writer says that the assessment is whole; somebody else will look at it."""

from __future__ import annotations

from simpul.casework import duties, people, policies
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Assessment
from simpul.instruments.queries.forms import instrument_form
from simpul.kernel.actor import Actor
from simpul.kernel.clock import end_of, now, today
from simpul.kernel.errors import Conflict
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


def _unanswered(actor: Actor, assessment: Assessment) -> int:
    """How many answers of the instrument do not stand yet, judged anew by the form itself."""
    if assessment.instrument_version_id is None:
        return 0
    return len(instrument_form(actor, assessment.instrument_version_id).evaluate(assessment.answers).errors)


@command(on=Assessment, reach=policies.record_reach, consent="casework")
def submit_assessment(actor: Actor, assessment: Assessment, *, version: int) -> None:
    """Demand the client's own words, an observation and at least one strength; then close the draft."""
    if assessment.state != "draft":
        raise WrongStage(Text(N_("This assessment was submitted already.")))
    if version != assessment.version:
        raise Conflict
    faults = Faults()
    if not assessment.client_words.strip():
        faults.add("client_words", N_("Write what the client says, in the client's own words."))
    if not assessment.strengths.strip():
        faults.add("strengths", N_("Write at least one strength: what the client and the family can do."))
    faults.need(observation=assessment.observation)
    if waiting := _unanswered(actor, assessment):
        words = N_("%(count)s questions of the form still need an answer. Open the form and go on there.")
        faults.add("answers", words, count=waiting)
    faults.settle()
    assessment.state = "submitted"
    assessment.submitted_at = now()
    assessment.submitted_by = people.author(actor)
    assessment.version += 1
    assessment.save()
    case = assessment.case
    duties.ask_above(
        actor, case, "confirm_assessment", about=assessment.id, due_at=end_of(today()), path="asesmen/"
    )
    note_in_audit(kind=assessment.kind)
