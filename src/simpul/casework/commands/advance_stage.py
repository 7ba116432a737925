"""A case moves on when nothing is missing, or goes back with a reason."""

from __future__ import annotations

from simpul.casework import policies
from simpul.casework.choices import Stage
from simpul.casework.commands._course import demand_nothing_missing, move
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Case
from simpul.casework.rules.stages import may_go, may_go_back
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command


@command(on=Case, reach=policies.case_reach)
def advance_stage(actor: Actor, case: Case, *, to: str, reason: str = "") -> None:
    """Take one step of the table of stages. Ending, skipping and reopening are acts of their own."""
    faults = Faults()
    faults.one_of(Stage, to=to)
    faults.settle()
    if may_go_back(case.stage, to):
        faults.need(reason=reason)
        faults.settle()
        move(actor, case, to, "back", reason)
        return
    if not may_go(case.stage, to) or to == Stage.AFTERCARE:
        raise WrongStage(Text(N_("From its present stage the case cannot go there.")))
    demand_nothing_missing(case)
    move(actor, case, to, "forward", reason)
