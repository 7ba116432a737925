"""Reviews, endings, aftercare, hand-overs and complaints in the shapes that their pages show."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.choices import (
    AftercareState,
    ComplaintAbout,
    EndReason,
    EndView,
    HandoverState,
    ReviewOutcome,
    Risk,
    Situation,
    Stage,
)
from simpul.casework.queries.case_file import CaseFile
from simpul.casework.queries.complaints import ComplaintPicture
from simpul.casework.queries.endings import (
    AftercarePicture,
    CaseEndings,
    ClosurePicture,
    HandoverRow,
    ReviewPicture,
)
from simpul.casework.queries.handovers import HandoverPicture
from simpul.kernel.clock import today
from simpul.web.desk.plans.places import named
from simpul.web.desk.plans.plan_picture import scale_of
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.countdown.props import Countdown
from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.components.empty_state.props import EmptyState
from simpul.web.ui.components.facts.props import Fact, Facts
from simpul.web.ui.components.goal_scale.props import GoalScale
from simpul.web.ui.components.tones import Tone
from simpul.web.ui.formats import day, moment, short_day
from simpul.workforce.queries.staff_names import StaffName

VISIT: dict[str, Tone] = {"planned": "plain", "done": "good", "not_met": "warn", "cancelled": "plain"}
FARE: dict[str, Tone] = {"better": "good", "same": "info", "worse": "bad"}
PASSED: dict[str, Tone] = {"offered": "warn", "accepted": "good", "declined": "plain", "withdrawn": "plain"}


def day_of(visit: AftercarePicture) -> str:
    return day(visit.due_on)


def _who(names: dict[uuid.UUID, StaffName], who: uuid.UUID | None) -> str:
    found = names.get(who) if who else None
    return found.titled if found else "–"


@dataclass(frozen=True)
class Told:
    """One record with its facts; its longer texts are drawn by the template."""

    record: object
    title: str
    facts: Facts


def goals(file: CaseFile) -> tuple[GoalScale, ...]:
    """The goals of the plan in force, to look at while the review is written."""
    return tuple(scale_of(goal) for goal in file.plan.goals) if file.plan else ()


def reviews(request: ActorRequest, found: CaseEndings) -> tuple[Told, ...]:
    names = named(request, *(one.by_id for one in found.reviews))

    def told(one: ReviewPicture) -> Told:
        facts = [
            Fact(_("Period"), f"{short_day(one.since)} – {short_day(one.until)}"),
            Fact(_("What follows"), str(ReviewOutcome(one.outcome).label)),
            Fact(_("Risk at that time"), str(Risk(one.risk).label) if one.risk else ""),
            Fact(_("Written by"), _who(names, one.by_id), note=short_day(one.at)),
        ]
        if one.next_review_on:
            facts.append(Fact(_("Next review"), short_day(one.next_review_on)))
        return Told(one, _("Review %(number)s") % {"number": one.number}, Facts(tuple(facts)))

    return tuple(told(one) for one in found.reviews)


@dataclass(frozen=True)
class NextStep:
    """What follows from the latest review, and the page where it is done."""

    words: str
    label: str
    url: str
    icon: str


def next_step(found: CaseEndings, case_id: uuid.UUID) -> NextStep | None:
    """The next step after the latest review; nothing before the first."""
    if not found.reviews:
        return None
    latest = found.reviews[0]
    pages = {
        "change_plan": ("draft_plan", _("Write the next version of the plan"), "pen-line"),
        "refer": ("draft_referral", _("Write a referral"), "send"),
        "end": ("close_case", _("Prepare the end with the client"), "flag"),
    }
    name, label, icon = pages.get(latest.outcome, ("case_plan", _("Go on with the plan"), "target"))
    words = str(ReviewOutcome(latest.outcome).label)
    if latest.next_review_on:
        words = _("%(what)s. The next review is due on %(day)s.") % {
            "what": words, "day": day(latest.next_review_on),
        }  # fmt: skip
    return NextStep(words, label, reverse(name, args=[case_id]), icon)


def closures(request: ActorRequest, found: CaseEndings) -> tuple[Told, ...]:
    names = named(request, *(one.by_id for one in found.closures))

    def told(one: ClosurePicture) -> Told:
        facts = (
            Fact(_("Why the help ended"), str(EndReason(one.reason).label)),
            Fact(_("The client's view"), str(EndView(one.view).label)),
            Fact(_("Written by"), _who(names, one.by_id), note=short_day(one.at)),
        )
        return Told(one, _("End of the help, %(day)s") % {"day": short_day(one.at)}, Facts(facts))

    return tuple(told(one) for one in found.closures)


def reopenings(request: ActorRequest, found: CaseEndings) -> tuple[Told, ...]:
    names = named(request, *(one.by_id for one in found.reopenings))
    return tuple(
        Told(
            one,
            _("Reopened, %(day)s") % {"day": short_day(one.at)},
            Facts(
                (
                    Fact(_("Began again at"), str(Stage(one.to_stage).label)),
                    Fact(_("Written by"), _who(names, one.by_id)),
                )
            ),
        )
        for one in found.reopenings
    )


def _visit_state(one: AftercarePicture) -> Badge:
    if one.state == "planned" and one.due_on < today():
        return Badge(_("overdue"), "bad", "clock")
    if one.situation:
        return Badge(str(Situation(one.situation).label), FARE[one.situation])
    return Badge(str(AftercareState(one.state).label), VISIT[one.state])


def visits(found: CaseEndings, case_id: uuid.UUID) -> DataTable:
    def row(one: AftercarePicture) -> tuple[Cell, ...]:
        url = reverse("record_aftercare", args=[case_id, one.id]) if one.state == "planned" else ""
        return (
            Cell(day(one.due_on)),
            Cell(part=_visit_state(one)),
            Cell(one.client_words, note=one.observation),
            Cell(_("Record") if url else "", url),
        )

    columns = (
        Column(_("Day"), main=True),
        Column(_("Standing")),
        Column(_("What was said and seen")),
        Column(_("Record"), hide_label=True),
    )
    return DataTable(_("Dates of aftercare"), columns, tuple(row(one) for one in found.visits))


def handovers(request: ActorRequest, rows: tuple[HandoverRow, ...]) -> tuple[Told, ...]:
    names = named(request, *(one for row in rows for one in (row.from_staff_id, row.to_staff_id)))

    def told(one: HandoverRow) -> Told:
        state = Badge(str(HandoverState(one.state).label), PASSED[one.state])
        facts = [
            Fact(_("From"), _who(names, one.from_staff_id)),
            Fact(_("To"), _who(names, one.to_staff_id)),
            Fact(_("Standing"), part=state),
            Fact(_("Does the client know?"), _("yes") if one.client_told else _("not yet")),
        ]
        return Told(one, _("Hand-over, %(day)s") % {"day": short_day(one.at)}, Facts(tuple(facts)))

    return tuple(told(one) for one in rows)


def offer(request: ActorRequest, one: HandoverPicture) -> Told:
    """What is offered, for the one asked: enough to answer."""
    names = named(request, one.from_staff_id)
    facts = (
        Fact(_("From"), _who(names, one.from_staff_id), note=moment(one.at)),
        Fact(_("Stage"), str(Stage(one.stage).label)),
        Fact(_("Risk"), str(Risk(one.risk).label) if one.risk else ""),
        Fact(_("Does the client know?"), _("yes") if one.client_told else _("not yet")),
    )
    return Told(one, one.reference, Facts(facts))


def complaint_rows(found: tuple[ComplaintPicture, ...]) -> DataTable:
    def row(one: ComplaintPicture) -> tuple[Cell, ...]:
        answered = one.answered_at is not None
        limit: object = Badge(_("answered"), "good", "check") if answered else Countdown(one.answer_due)
        return (
            Cell(one.reference, reverse("answer_complaint", args=[one.id]), note=short_day(one.at)),
            Cell(str(ComplaintAbout(one.about).label)),
            Cell(one.case_reference),
            Cell(part=limit),
        )

    columns = (
        Column(_("Complaint"), main=True),
        Column(_("About")),
        Column(_("Case")),
        Column(_("Answer due")),
    )
    empty = EmptyState(
        _("No complaint waits"), _("When a client complains, it stands here with its day."), "inbox"
    )
    return DataTable(_("Complaints"), columns, tuple(row(one) for one in found), empty=empty)


def complaint_facts(one: ComplaintPicture) -> Facts:
    return Facts(
        (
            Fact(_("About"), str(ComplaintAbout(one.about).label)),
            Fact(_("Case"), one.case_reference),
            Fact(_("Received"), moment(one.at)),
            Fact(_("Answer due"), moment(one.answer_due)),
        )
    )
