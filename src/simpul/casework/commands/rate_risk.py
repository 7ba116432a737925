"""A worker judges how soon the client must be seen; differing from the suggestion asks for a reason."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from simpul.casework import policies
from simpul.casework.choices import Risk
from simpul.casework.commands._course import demand_open
from simpul.casework.commands._risk import rate
from simpul.casework.errors import Faults
from simpul.casework.models import Case
from simpul.casework.rules.risk import FACTORS, weighed
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_
from simpul.safeguards.gate import command, note_in_audit


@command(on=Case, reach=policies.case_reach)
def rate_risk(
    actor: Actor, case: Case, *, level: str, factors: Collection[str] = (), reason: str = ""
) -> uuid.UUID:
    """Keep the rating and set the clock. ``reason`` is shown wherever the override is shown."""
    demand_open(case)
    faults = Faults()
    faults.one_of(Risk, level=level)
    if set(factors) - set(FACTORS):
        faults.add("factors", N_("Choose from the factors offered."))
    faults.settle()
    proposed = weighed(factors).value
    if level != proposed and not reason.strip():
        faults.add("reason", N_("The factors suggest another level: write why you judge otherwise."))
    faults.settle()
    rating = rate(actor, case, level=level, proposed=proposed, factors=factors, reason=reason.strip())
    note_in_audit(risk=level, suggested=proposed)
    return rating.id
