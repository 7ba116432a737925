"""Monitoring and evaluation: what changed, how the client sees it, what follows."""

from __future__ import annotations

import uuid
from datetime import date

from simpul.casework import duties, people, policies
from simpul.casework.choices import ReviewOutcome, Stage
from simpul.casework.commands._course import demand_stage
from simpul.casework.errors import Faults
from simpul.casework.models import Case, Review
from simpul.kernel.actor import Actor
from simpul.kernel.clock import WIB, end_of, today
from simpul.kernel.text import N_
from simpul.registry.kin import demand_free_hands
from simpul.safeguards.gate import command, note_in_audit


@command(on=Case, reach=policies.case_reach)
def review_case(
    actor: Actor,
    case: Case,
    *,
    progress: str,
    client_view: str,
    outcome: str,
    obstacles: str = "",
    next_review_on: date | None = None,
) -> uuid.UUID:
    """Keep a review; continuing asks for the next date."""
    demand_free_hands(actor, case.client_id)
    demand_stage(case, Stage.INTERVENTION, Stage.REVIEW)
    faults = Faults()
    faults.need(progress=progress, client_view=client_view)
    faults.one_of(ReviewOutcome, outcome=outcome)
    faults.not_past(today(), next_review_on=next_review_on)
    if outcome == ReviewOutcome.CONTINUE and next_review_on is None:
        faults.add("next_review_on", N_("Choose the day of the next review."))
    faults.settle()
    earlier = Review.objects.filter(case=case).order_by("-number").first()
    since = earlier.until if earlier else case.opened_at.astimezone(WIB).date()
    made: Review = Review.objects.create(
        case=case, by_id=people.author(actor), number=earlier.number + 1 if earlier else 1, since=since,
        until=today(), progress=progress, obstacles=obstacles, client_view=client_view, outcome=outcome,
        risk=case.risk, next_review_on=next_review_on,
    )  # fmt: skip
    if next_review_on is not None:
        duties.ask_for(
            actor, case, "review_case", due_at=end_of(next_review_on), staff_id=people.primary_of(case)
        )
    else:
        duties.no_longer(actor, "review_case", case.id)
    note_in_audit(number=made.number, outcome=outcome)
    return made.id
