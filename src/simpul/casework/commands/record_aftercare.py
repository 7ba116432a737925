"""How the client fares after the help has ended."""

from __future__ import annotations

from simpul.casework import duties, people, policies
from simpul.casework.choices import AftercareState, Situation
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import AftercareVisit, Assignment
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=AftercareVisit, reach=policies.record_reach)
def record_aftercare(
    actor: Actor,
    visit: AftercareVisit,
    *,
    state: str = AftercareState.DONE,
    situation: str = "",
    client_words: str = "",
    observation: str = "",
) -> None:
    """Keep what was found; when it got worse the supervisors of the case are told, reopening is offered."""
    if visit.state != AftercareState.PLANNED:
        raise WrongStage(Text(N_("This aftercare date was recorded already.")))
    faults = Faults()
    faults.one_of(AftercareState, state=state)
    if state == AftercareState.PLANNED:
        faults.add("state", N_("Choose one of the answers offered."))
    if state == AftercareState.DONE:
        faults.one_of(Situation, situation=situation)
    faults.need(observation=observation)
    faults.settle()
    visit.state = state
    visit.situation = situation if state == AftercareState.DONE else ""
    visit.client_words = client_words
    visit.observation = observation
    visit.recorded_at = now()
    visit.recorded_by = people.author(actor)
    visit.save()
    duties.no_longer(actor, "record_aftercare", visit.id)
    if situation == Situation.WORSE:
        team = Assignment.objects.filter(case=visit.case, until=None).values_list("staff_id", flat=True)
        duties.tell(
            actor, visit.case, team, "aftercare_worse",
            N_("Aftercare: the situation got worse (%(reference)s)"), path="bimbingan-lanjut/",
        )  # fmt: skip
    note_in_audit(state=state, situation=situation)
