"""The help ends: why, what was reached, what remains, how the client sees it, the way back."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date

from simpul.casework import duties, people, policies
from simpul.casework.choices import EndReason, EndView, Stage
from simpul.casework.commands._aftercare import plan_visits
from simpul.casework.commands._course import demand_nothing_missing, demand_open, move
from simpul.casework.commands._handing import take_back_offers
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Case, Closure
from simpul.casework.rules.stages import may_end_early
from simpul.casework.targets import aftercare_days
from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.text import N_, Text
from simpul.registry.kin import demand_free_hands
from simpul.safeguards.gate import command, note_in_audit

WITHOUT_AFTERCARE = {EndReason.DIED, EndReason.LOST}


@command(on=Case, reach=policies.case_reach)
def close_case(
    actor: Actor,
    case: Case,
    *,
    reason: str,
    view: str,
    summary: str,
    way_back: str,
    complaint_path: str,
    client_words: str = "",
    remaining_need: str = "",
    aftercare_on: Sequence[date] | None = None,
) -> uuid.UUID:
    """Write the termination and go to aftercare; by default at 1, 3 and 6 months."""
    demand_free_hands(actor, case.client_id)
    demand_open(case)
    faults = Faults()
    faults.one_of(EndReason, reason=reason)
    faults.one_of(EndView, view=view)
    faults.need(summary=summary, way_back=way_back, complaint_path=complaint_path)
    if view == EndView.DISAGREES and not client_words.strip():
        faults.add("client_words", N_("Write in the client's own words why she does not agree."))
    if view == EndView.NOT_REACHED and reason not in {EndReason.LOST, EndReason.DIED, EndReason.MOVED}:
        faults.add("view", N_("Ask the client how she sees the end of the help."))
    faults.settle()
    if not may_end_early(case.stage, reason):
        raise WrongStage(Text(N_("That the goals are reached is shown by a review first.")))
    if case.stage == Stage.REVIEW:
        demand_nothing_missing(case) if reason == EndReason.GOAL_MET else None
    if case.stage != Stage.TERMINATION:
        move(actor, case, Stage.TERMINATION, "forward" if case.stage == Stage.REVIEW else "early")
    made: Closure = Closure.objects.create(
        case=case, by_id=people.author(actor), number=people.next_number(Closure.objects.filter(case=case)),
        reason=reason, view=view, client_words=client_words, summary=summary, remaining_need=remaining_need,
        way_back=way_back, complaint_path=complaint_path,
    )  # fmt: skip
    case.next_due = None
    _finish(actor, case, made, reason, aftercare_on)
    note_in_audit(reason=reason, view=view)
    return made.id


def _finish(actor: Actor, case: Case, closure: Closure, reason: str, days: Sequence[date] | None) -> None:
    for kind in ("contact_client", "next_step", "review_case", "review_safety_plan", "assign_case"):
        duties.no_longer(actor, kind, case.id)
    take_back_offers(actor, case)
    if reason in WITHOUT_AFTERCARE and not days:
        move(actor, case, Stage.AFTERCARE, "forward")
        move(actor, case, Stage.CLOSED, "forward")
        return
    plan_visits(actor, case, closure, days if days is not None else aftercare_days(today()))
    demand_nothing_missing(case)
    move(actor, case, Stage.AFTERCARE, "forward")
