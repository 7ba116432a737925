"""A closed case is taken up again."""

from __future__ import annotations

import uuid

from simpul.casework import duties, people, policies
from simpul.casework.above import supervisor_of
from simpul.casework.choices import AftercareState, Stage
from simpul.casework.commands._course import demand_stage, move
from simpul.casework.errors import Faults
from simpul.casework.models import AftercareVisit, Case, Plan, Reopening
from simpul.casework.rules.stages import REOPENS_TO
from simpul.casework.targets import due_for
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_
from simpul.registry.kin import demand_free_hands
from simpul.safeguards.gate import command, note_in_audit


@command(on=Case, reach=policies.case_reach)
def reopen_case(actor: Actor, case: Case, *, reason: str, to: str = Stage.ASSESSMENT) -> uuid.UUID:
    """Open the file again at intake, assessment or plan; what was before stays as it was."""
    demand_free_hands(actor, case.client_id)
    demand_stage(case, Stage.AFTERCARE, Stage.CLOSED)
    faults = Faults()
    faults.need(reason=reason)
    if to not in REOPENS_TO:
        faults.add("to", N_("A case is reopened at intake, assessment or plan."))
    faults.settle()
    move(actor, case, to, "reopen", reason)
    case.reopened += 1
    case.next_due = due_for(case.risk, now())
    case.save()
    Plan.objects.filter(case=case, state="approved").update(state="replaced")
    _drop_visits(actor, case)
    made: Reopening = Reopening.objects.create(
        case=case, by_id=people.author(actor), number=case.reopened, to_stage=to, reason=reason
    )
    worker = people.primary_of(case)
    kind = "contact_client" if worker else "assign_case"
    worker = worker or supervisor_of(case)
    duties.ask_for(
        actor,
        case,
        kind,
        due_at=case.next_due,
        staff_id=worker,
        urgency=duties.URGENCY.get(case.risk, "normal"),
    )
    note_in_audit(number=case.reopened)
    return made.id


def _drop_visits(actor: Actor, case: Case) -> None:
    for visit in AftercareVisit.objects.filter(case=case, state=AftercareState.PLANNED):
        visit.state = AftercareState.CANCELLED
        visit.recorded_at = now()
        visit.recorded_by = people.author(actor)
        visit.save()
        duties.no_longer(actor, "record_aftercare", visit.id)
