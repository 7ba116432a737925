"""The safety screen, done again when something has changed."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from simpul.casework import people, policies
from simpul.casework.commands._course import demand_open
from simpul.casework.commands._risk import rate
from simpul.casework.commands._screen import check_screen
from simpul.casework.errors import Faults
from simpul.casework.models import Case, SafetyScreen
from simpul.casework.rules.risk import RANK, SCREEN, Risk, suggested
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command, note_in_audit


@command(on=Case, reach=policies.case_reach)
def screen_safety(actor: Actor, case: Case, *, answers: Mapping[str, str], words: str = "") -> uuid.UUID:
    """Keep the answers. A screen may raise the risk at once; lowering it is a worker's judgement."""
    demand_open(case)
    faults = Faults()
    check_screen(faults, answers)
    faults.settle()
    level = suggested(answers)
    screen = SafetyScreen.objects.create(
        case=case,
        by_id=people.author(actor),
        answers={code: answers[code] for code in SCREEN},
        words=words,
        suggested=level.value,
    )
    if not case.risk or RANK[level] < RANK[Risk(case.risk)]:
        rate(actor, case, level=level.value, proposed=level.value, factors=(), reason="")
    note_in_audit(suggested=level.value)
    return screen.id  # type: ignore[no-any-return]
