"""How far a goal was reached: the fact, the worker's score and the client's own."""

from __future__ import annotations

import uuid
from datetime import date

from simpul.casework import people, policies
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Goal, GoalScaling
from simpul.casework.rules.goal_scaling import is_score
from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=Goal, reach=policies.record_reach, consent="casework")
def scale_goal(
    actor: Actor,
    goal: Goal,
    *,
    score: int,
    fact: str,
    client_score: int | None = None,
    client_words: str = "",
    on: date | None = None,
) -> uuid.UUID:
    """Keep a score from −2 to +2 with the fact it rests on. Earlier scores stay."""
    if goal.plan.state != "approved":
        raise WrongStage(Text(N_("Only goals of the plan in force are scaled.")))
    faults = Faults()
    day = on or today()
    if not is_score(score):
        faults.add("score", N_("Choose a step from −2 to +2."))
    if client_score is not None and not is_score(client_score):
        faults.add("client_score", N_("Choose a step from −2 to +2."))
    if day > today():
        faults.add("on", N_("Choose today or an earlier day."))
    faults.need(fact=fact)
    faults.settle()
    made = GoalScaling.objects.create(
        case=goal.case, by_id=people.author(actor), goal=goal, line_id=goal.line_id, on=day, score=score,
        client_score=client_score, fact=fact, client_words=client_words,
    )  # fmt: skip
    note_in_audit(goal=str(goal.line_id))
    return made.id  # type: ignore[no-any-return]
