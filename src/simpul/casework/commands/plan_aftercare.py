"""Further dates of aftercare are agreed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from simpul.casework import policies
from simpul.casework.choices import Stage
from simpul.casework.commands._aftercare import plan_visits
from simpul.casework.commands._course import demand_stage
from simpul.casework.models import Case, Closure
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command, note_in_audit


@command(on=Case, reach=policies.case_reach)
def plan_aftercare(actor: Actor, case: Case, *, days: Sequence[date]) -> int:
    """Add dates to those that stand; returns how many are new."""
    demand_stage(case, Stage.AFTERCARE)
    added = plan_visits(actor, case, Closure.objects.filter(case=case).latest("number"), days)
    note_in_audit(added=added)
    return added
