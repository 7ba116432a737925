"""A case is offered to another worker, with all that she needs to know."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from simpul.casework import duties, people, policies
from simpul.casework.commands._course import demand_open
from simpul.casework.commands._team import demand_casework, demand_in_service, demand_no_tie
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Case, Handover
from simpul.kernel.actor import Actor
from simpul.kernel.clock import end_of, today
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=Case, reach=policies.case_reach)
def hand_over_case(
    actor: Actor,
    case: Case,
    *,
    to_staff_id: uuid.UUID,
    reason: str,
    items: Sequence[str] = (),
    client_told: bool = False,
) -> uuid.UUID:
    """Offer the case. Until the other says yes, the present worker answers for it."""
    demand_open(case)
    present = people.primary_of(case)
    if present is None:
        raise WrongStage(Text(N_("Nobody is assigned yet: assign a case worker instead.")))
    if Handover.objects.filter(case=case, state="offered").exists():
        raise WrongStage(Text(N_("A hand-over waits for an answer already.")))
    faults = Faults()
    faults.need(reason=reason)
    if to_staff_id == present:
        faults.add("to_staff_id", N_("Choose somebody else than the present case worker."))
    faults.settle()
    demand_in_service(to_staff_id, "to_staff_id")
    demand_casework(to_staff_id, "to_staff_id")
    demand_no_tie(to_staff_id, case.client_id)
    made = Handover.objects.create(
        case=case, by_id=people.author(actor), from_staff_id=present, to_staff_id=to_staff_id, reason=reason,
        items=[item for item in items if item.strip()], client_told=client_told,
    )  # fmt: skip
    duties.ask_for(
        actor, case, "accept_handover", about=made.id, due_at=end_of(today()),
        staff_id=to_staff_id, urgency="high", path="alih-tangan/",
    )  # fmt: skip
    note_in_audit(client_told=client_told, items=len(items))
    return made.id  # type: ignore[no-any-return]
