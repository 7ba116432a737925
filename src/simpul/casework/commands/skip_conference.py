"""No conference is held for this case, and why not."""

from __future__ import annotations

from simpul.casework import policies
from simpul.casework.choices import Stage
from simpul.casework.commands._course import demand_nothing_missing, demand_stage, move
from simpul.casework.errors import Faults
from simpul.casework.models import Case
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command


@command(on=Case, reach=policies.case_reach)
def skip_conference(actor: Actor, case: Case, *, reason: str) -> None:
    """Go on to the plan without a conference; the assessment must be whole all the same."""
    demand_stage(case, Stage.ASSESSMENT, Stage.CONFERENCE)
    faults = Faults()
    faults.need(reason=reason)
    faults.settle()
    if case.stage == Stage.ASSESSMENT:
        demand_nothing_missing(case)
    move(actor, case, Stage.PLAN, "skip", reason)
