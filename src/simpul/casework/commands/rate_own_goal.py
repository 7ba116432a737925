"""The client rates her own goal in the portal."""

from __future__ import annotations

import uuid

from simpul.casework import duties, people, policies
from simpul.casework.commands._course import demand_open
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Goal, OwnRating
from simpul.casework.rules.goal_scaling import is_score
from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit

LONGEST = 5_000


@command(on=Goal, reach=policies.record_reach)
def rate_own_goal(actor: Actor, goal: Goal, *, score: int, words: str = "") -> uuid.UUID:
    """Keep her rating from −2 to +2 beside the worker's score; earlier ratings stay."""
    demand_open(goal.case)
    if goal.plan.state != "approved":
        raise WrongStage(Text(N_("This goal belongs to an earlier plan. Look at your goals again.")))
    faults = Faults()
    if not is_score(score):
        faults.add("score", N_("Choose one of the five steps."))
    if len(words) > LONGEST:
        faults.add("words", N_("Please write at most %(count)s characters."), count=LONGEST)
    faults.settle()
    made = OwnRating.objects.create(
        case=goal.case, by_id=people.author(actor), goal=goal, line_id=goal.line_id, on=today(),
        score=score, words=words,
    )  # fmt: skip
    worker = people.primary_of(goal.case)
    if worker is not None:
        said = N_("The client rated a goal (%(reference)s)")
        duties.tell(actor, goal.case, [worker], "own_rating", said, path="rencana/")
    note_in_audit(goal=str(goal.line_id))
    return made.id  # type: ignore[no-any-return]
