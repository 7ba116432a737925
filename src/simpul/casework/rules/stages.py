"""The order of the stages, and what must be there before one is left.

| Stage        | Before leaving it                                                                   |
|--------------|-------------------------------------------------------------------------------------|
| access       | who told us is recorded; the safety screen is done                                    |
| intake       | identity, or why it is unknown; consent explained; a worker assigned; risk rated      |
| assessment   | every domain answered or "not assessed, because"; the client's own view; strengths    |
| conference   | held with attendance, pledge of secrecy, decisions with owners; or skipped, with why  |
| plan         | goals in the client's words with need, measure, baseline and target; agreed; approved |
| intervention | contacts recorded since the plan; nothing left open at other agencies                 |
| review       | every goal scaled; risk rated again; the review written with the client's view        |
| termination  | reason, the client's view, remaining need, way back, aftercare dates                  |
| aftercare    | every date done or cancelled                                                          |
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from simpul.kernel.text import N_, Text


class Stage(StrEnum):
    ACCESS = "access"
    INTAKE = "intake"
    ASSESSMENT = "assessment"
    CONFERENCE = "conference"
    PLAN = "plan"
    INTERVENTION = "intervention"
    REVIEW = "review"
    TERMINATION = "termination"
    AFTERCARE = "aftercare"
    CLOSED = "closed"


ORDER = tuple(Stage)
OPEN = ORDER[: ORDER.index(Stage.AFTERCARE)]

FORWARD: dict[Stage, tuple[Stage, ...]] = {
    Stage.ACCESS: (Stage.INTAKE,),
    Stage.INTAKE: (Stage.ASSESSMENT,),
    Stage.ASSESSMENT: (Stage.CONFERENCE,),
    Stage.CONFERENCE: (Stage.PLAN,),
    Stage.PLAN: (Stage.INTERVENTION,),
    Stage.INTERVENTION: (Stage.REVIEW,),
    Stage.REVIEW: (Stage.TERMINATION, Stage.INTERVENTION),
    Stage.TERMINATION: (Stage.AFTERCARE,),
    Stage.AFTERCARE: (Stage.CLOSED,),
    Stage.CLOSED: (),
}

BACK: dict[Stage, tuple[Stage, ...]] = {
    Stage.CONFERENCE: (Stage.ASSESSMENT,),
    Stage.PLAN: (Stage.ASSESSMENT, Stage.CONFERENCE),
    Stage.INTERVENTION: (Stage.ASSESSMENT, Stage.PLAN),
    Stage.REVIEW: (Stage.ASSESSMENT, Stage.PLAN),
    Stage.TERMINATION: (Stage.REVIEW, Stage.PLAN),
}

REOPENS_TO = (Stage.INTAKE, Stage.ASSESSMENT, Stage.PLAN)


@dataclass(frozen=True)
class Missing:
    """One thing still needed; ``act`` is the command that brings it."""

    code: str
    text: Text
    act: str


@dataclass(frozen=True)
class CaseFacts:
    """What the guards look at. Everything absent counts as missing."""

    source_recorded: bool = False
    screened: bool = False
    identity_settled: bool = False
    consent_explained: bool = False
    has_worker: bool = False
    risk_rated: bool = False
    assessment_submitted: bool = False
    client_view_recorded: bool = False
    domains_open: tuple[str, ...] = ()
    conference_held: bool = False
    conference_skipped: bool = False
    decisions_without_owner: int = 0
    goals: int = 0
    goals_incomplete: int = 0
    plan_agreed: bool = False
    plan_approved: bool = False
    contacts_since_plan: int = 0
    goals_unscaled: int = 0
    risk_rated_since_plan: bool = False
    reviewed: bool = False
    closure_written: bool = False
    aftercare_planned: bool = False
    aftercare_open: int = 0


def _access(facts: CaseFacts) -> list[Missing]:
    found = []
    if not facts.source_recorded:
        found.append(Missing("source", Text(N_("Record who told us about this.")), "take_intake"))
    if not facts.screened:
        found.append(Missing("screen", Text(N_("Do the safety screen.")), "screen_safety"))
    return found


def _intake(facts: CaseFacts) -> list[Missing]:
    found = []
    if not facts.identity_settled:
        text = Text(N_("Record who the client is, or why that is not known."))
        found.append(Missing("identity", text, "identify_client"))
    if not facts.consent_explained:
        text = Text(N_("Explain and record the client's consent, or cite the duty."))
        found.append(Missing("consent", text, "record_case_consent"))
    if not facts.has_worker:
        found.append(Missing("worker", Text(N_("Assign a case worker.")), "assign_worker"))
    if not facts.risk_rated:
        found.append(Missing("risk", Text(N_("Rate the risk.")), "rate_risk"))
    return found


def _assessment(facts: CaseFacts) -> list[Missing]:
    found = []
    if not facts.assessment_submitted:
        found.append(Missing("assessment", Text(N_("Submit an assessment.")), "start_assessment"))
    if not facts.client_view_recorded:
        text = Text(N_("Record the client's own view in the client's words."))
        found.append(Missing("client_view", text, "save_assessment_draft"))
    if facts.domains_open:
        text = Text(
            N_("Answer %(count)s domains, or say why they were not assessed."),
            {"count": len(facts.domains_open)},
        )
        found.append(Missing("domains", text, "save_assessment_draft"))
    return found


def _conference(facts: CaseFacts) -> list[Missing]:
    if facts.conference_skipped:
        return []
    if not facts.conference_held:
        text = Text(N_("Hold the case conference, or skip it with a reason."))
        return [Missing("conference", text, "convene_conference")]
    if facts.decisions_without_owner:
        text = Text(
            N_("Give an owner to %(count)s decisions of the conference."),
            {"count": facts.decisions_without_owner},
        )
        return [Missing("owners", text, "hold_conference")]
    return []


def _plan(facts: CaseFacts) -> list[Missing]:
    found = []
    if not facts.goals:
        text = Text(N_("Write at least one goal in the client's own words."))
        found.append(Missing("goals", text, "draft_plan"))
    if facts.goals_incomplete:
        text = Text(
            N_("Complete %(count)s goals: need, measure, where we stand, where we want to be."),
            {"count": facts.goals_incomplete},
        )
        found.append(Missing("measures", text, "revise_plan"))
    if not facts.plan_agreed:
        found.append(
            Missing("agreement", Text(N_("Record that the client agrees to the plan.")), "agree_plan")
        )
    if not facts.plan_approved:
        text = Text(N_("Let the supervisor approve the plan."))
        found.append(Missing("approval", text, "approve_plan"))
    return found


def _intervention(facts: CaseFacts) -> list[Missing]:
    if facts.contacts_since_plan:
        return []
    text = Text(N_("Record at least one contact since the plan came into force."))
    return [Missing("contacts", text, "record_contact")]


def _review(facts: CaseFacts) -> list[Missing]:
    found = []
    if facts.goals_unscaled:
        text = Text(N_("Scale %(count)s goals together with the client."), {"count": facts.goals_unscaled})
        found.append(Missing("scaling", text, "scale_goal"))
    if not facts.risk_rated_since_plan:
        found.append(Missing("risk_again", Text(N_("Rate the risk again.")), "rate_risk"))
    if not facts.reviewed:
        text = Text(N_("Write the review with the client's view."))
        found.append(Missing("review", text, "review_case"))
    return found


def _termination(facts: CaseFacts) -> list[Missing]:
    found = []
    if not facts.closure_written:
        text = Text(N_("Write the termination: reason, the client's view, remaining need, the way back."))
        found.append(Missing("closure", text, "close_case"))
    if not facts.aftercare_planned:
        found.append(Missing("aftercare", Text(N_("Plan the aftercare dates.")), "plan_aftercare"))
    return found


def _aftercare(facts: CaseFacts) -> list[Missing]:
    if not facts.aftercare_open:
        return []
    text = Text(
        N_("%(count)s aftercare dates are still open: record or cancel them."),
        {"count": facts.aftercare_open},
    )
    return [Missing("visits", text, "record_aftercare")]


GUARDS: dict[Stage, Callable[[CaseFacts], list[Missing]]] = {
    Stage.ACCESS: _access,
    Stage.INTAKE: _intake,
    Stage.ASSESSMENT: _assessment,
    Stage.CONFERENCE: _conference,
    Stage.PLAN: _plan,
    Stage.INTERVENTION: _intervention,
    Stage.REVIEW: _review,
    Stage.TERMINATION: _termination,
    Stage.AFTERCARE: _aftercare,
}


def missing(stage: str, facts: CaseFacts) -> tuple[Missing, ...]:
    """What this stage still demands before it can be left.

    >>> [item.code for item in missing("access", CaseFacts(source_recorded=True))]
    ['screen']
    """
    guard = GUARDS.get(Stage(stage))
    return tuple(guard(facts)) if guard else ()


def next_stages(stage: str) -> tuple[Stage, ...]:
    """Where a case may go from here when nothing is missing.

    >>> next_stages("plan")
    (<Stage.INTERVENTION: 'intervention'>,)
    """
    return FORWARD[Stage(stage)]


def may_go(stage: str, to: str) -> bool:
    return Stage(to) in FORWARD[Stage(stage)]


def may_go_back(stage: str, to: str) -> bool:
    """Going back is allowed where the table says so, always with a reason."""
    return Stage(to) in BACK.get(Stage(stage), ())


def may_end_early(stage: str, reason: str) -> bool:
    """Every open case may end, except that reached goals are shown by a review first."""
    if Stage(stage) not in OPEN:
        return False
    return reason != "goal_met" or Stage(stage) in {Stage.REVIEW, Stage.TERMINATION}
