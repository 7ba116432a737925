"""The client's own file in plain words: what she said, what was agreed, what comes next, who helps."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, QuerySet

from simpul.casework.choices import Source
from simpul.casework.models import (
    AftercareVisit,
    Assignment,
    Case,
    ClientLetter,
    Closure,
    Complaint,
    Plan,
    SafetyPlan,
)
from simpul.casework.pictures import ActionPicture, AnswerPicture, GoalPicture, OwnScore, plan_picture
from simpul.casework.policies import case_reach
from simpul.casework.rules.stages import ORDER, Stage
from simpul.casework.targets import answer_due
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import query

PLAIN: dict[str, str] = {
    "access": N_("We heard from you and will get in touch."),
    "intake": N_("We are getting to know one another."),
    "assessment": N_("We look together at what is difficult and what is going well."),
    "conference": N_("We discuss with others how to help, as you allowed."),
    "plan": N_("We write down together what you want to reach."),
    "intervention": N_("We work on your goals together."),
    "review": N_("We look together at what has changed."),
    "termination": N_("We say how our work together ends."),
    "aftercare": N_("Our work has ended; we ask now and then how you are."),
    "closed": N_("Your case is closed. You can always come back."),
}


@dataclass(frozen=True)
class OwnCaseRow:
    """One of the client's cases in the portal."""

    id: uuid.UUID
    reference: str
    stage_words: Text
    opened_at: datetime
    closed_at: datetime | None
    subject_ids: tuple[uuid.UUID, ...] = ()


@dataclass(frozen=True)
class OwnGoal:
    """A goal as she reads it: her ratings, never the worker's score."""

    id: uuid.UUID
    client_words: str
    measure: str
    baseline: str
    target: str
    target_on: date | None
    steps: Mapping[str, str]
    ratings: tuple[OwnScore, ...]
    remark: str
    actions: tuple[ActionPicture, ...]

    @property
    def score(self) -> int | None:
        return self.ratings[-1].score if self.ratings else None


@dataclass(frozen=True)
class OwnPlan:
    """A draft that waits for her answer, as it was laid before her."""

    id: uuid.UUID
    number: int
    version: int
    review_on: date
    goals: tuple[OwnGoal, ...]
    loose_actions: tuple[ActionPicture, ...]


@dataclass(frozen=True)
class OwnLetter:
    id: uuid.UUID
    words: str
    at: datetime
    read_at: datetime | None


@dataclass(frozen=True)
class OwnComplaint:
    reference: str
    about: str
    words: str
    at: datetime
    answer_due: datetime
    answered_at: datetime | None
    answer: str


@dataclass(frozen=True)
class ClientView:
    """What the client sees of her own case."""

    id: uuid.UUID
    reference: str
    stage: str
    step: int
    steps: int
    stage_words: Text
    presenting_words: str
    workers: tuple[str, ...]
    next_due: datetime | None
    goals: tuple[OwnGoal, ...]
    answer: AnswerPicture | None
    plan_waiting: bool
    asked: OwnPlan | None
    may_rate: bool
    safety_plan: dict[str, str]
    aftercare: tuple[date, ...]
    way_back: str
    complaint_path: str
    letters: tuple[OwnLetter, ...]
    complaints: tuple[OwnComplaint, ...]
    answer_by: datetime
    subject_ids: tuple[uuid.UUID, ...] = ()


@query(over=Case, reach=case_reach)
def own_cases(actor: Actor, cases: QuerySet[Case]) -> tuple[OwnCaseRow, ...]:
    """The client's own cases, the newest first."""
    found = cases.filter(client_id=actor.person_id).order_by("-opened_at") if actor.person_id else ()
    return tuple(
        OwnCaseRow(
            one.id, one.reference, Text(PLAIN[one.stage]), one.opened_at, one.closed_at, one.audit_subjects()
        )
        for one in found
    )


@query(on=Case, reach=case_reach)
def client_view(actor: Actor, case: Case) -> ClientView:
    """Plain words only: no observation, interpretation, rating or third person's name."""
    plan = (
        Plan.objects.filter(case=case, state__in=["approved", "agreed"])
        .select_related("case", "agreement", "approval")
        .order_by("-number")
        .first()
    )
    picture = plan_picture(plan, with_needs=False) if plan else None
    in_work = Plan.objects.filter(case=case, state="draft", questions__plan_version=F("version")).first()
    closure = Closure.objects.filter(case=case).order_by("-number").first()
    safety = SafetyPlan.objects.filter(case=case).order_by("-number").first()
    workers = (
        Assignment.objects.filter(case=case, until=None).exclude(role="supervisor").select_related("staff")
    )
    visits = AftercareVisit.objects.filter(case=case, state="planned").order_by("due_on")
    return ClientView(
        id=case.id, reference=case.reference, stage=case.stage,
        step=ORDER.index(Stage(case.stage)) + 1, steps=len(ORDER) - 1, stage_words=Text(PLAIN[case.stage]),
        # What somebody else reported is that person's word, and would tell who it was.
        presenting_words=case.presenting_words if case.source == Source.CLIENT else "",
        workers=tuple(one.staff.titled_name for one in workers),
        next_due=case.next_due,
        goals=tuple(_own_goal(goal) for goal in (picture.goals if picture else ())),
        answer=picture.answer if picture else None,
        plan_waiting=bool(picture and picture.state == "agreed"),
        asked=_asked(in_work) if in_work else None,
        may_rate=bool(picture and picture.state == "approved" and case.is_open),
        safety_plan=dict(safety.parts or {}) if safety else {},
        aftercare=tuple(visits.values_list("due_on", flat=True)),
        way_back=closure.way_back if closure else "",
        complaint_path=closure.complaint_path if closure else "",
        letters=tuple(
            OwnLetter(one.id, one.words, one.at, one.read_at)
            for one in ClientLetter.objects.filter(case=case).order_by("-at")[:20]
        ),
        complaints=tuple(
            OwnComplaint(
                one.reference, one.about, one.words, one.at, one.answer_due, one.answered_at, one.answer
            )
            for one in Complaint.objects.filter(case=case, by_id=actor.id).order_by("-at")[:20]
        ),
        answer_by=answer_due(now()),
        subject_ids=case.audit_subjects(),
    )  # fmt: skip


def _own_goal(goal: GoalPicture) -> OwnGoal:
    return OwnGoal(
        id=goal.id, client_words=goal.client_words, measure=goal.measure, baseline=goal.baseline,
        target=goal.target, target_on=goal.target_on, steps=goal.steps, ratings=goal.own_scores,
        remark=goal.remark, actions=goal.actions,
    )  # fmt: skip


def _asked(plan: Plan) -> OwnPlan:
    picture = plan_picture(plan, with_needs=False)
    return OwnPlan(
        picture.id,
        picture.number,
        picture.version,
        picture.review_on,
        tuple(_own_goal(goal) for goal in picture.goals),
        picture.loose_actions,
    )
