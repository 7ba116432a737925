"""The plan in the shapes that its pages show."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from simpul.casework.choices import AssessmentKind, GivenBy, Horizon, PlanState, Whose
from simpul.casework.queries.case_file import CaseFile
from simpul.casework.queries.plans import (
    ActionPicture,
    GoalPicture,
    GoalsChart,
    PlanPicture,
    PlanRow,
    plan_view,
)
from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.kernel.errors import Hidden
from simpul.safeguards.permissions import may
from simpul.web.desk.plans.plan_forms import PlanForm, taken_over
from simpul.web.ui.acting import ActorRequest
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.charts import Series
from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.components.empty_state.props import EmptyState
from simpul.web.ui.components.facts.props import Fact, Facts
from simpul.web.ui.components.goal_scale.props import GoalScale, Score
from simpul.web.ui.components.line_chart.props import LineChart
from simpul.web.ui.components.tones import Tone
from simpul.web.ui.formats import short_day
from simpul.workforce.queries.staff_names import StaffName

Names = Mapping[uuid.UUID, StaffName]
TONES: dict[str, Tone] = {
    "draft": "info", "agreed": "warn", "approved": "good", "refused": "warn", "returned": "warn",
    "replaced": "plain",
}  # fmt: skip


def state(code: str) -> Badge:
    return Badge(str(PlanState(code).label), TONES[code])


def wrote(actor: Actor, plan: PlanPicture) -> bool:
    """Whether the reader wrote this version or took the client's answer, and so cannot approve it."""
    return actor.staff_id in {plan.by_id, plan.answer.by_id if plan.answer else None}


@dataclass(frozen=True)
class Step:
    """The one thing to do next, or the sentence why it waits."""

    label: str = ""
    url: str = ""
    icon: str = "arrow-right"
    note: str = ""


@dataclass(frozen=True)
class GoalCard:
    """A goal with its scale, what was agreed about it, and its promises."""

    goal: GoalPicture
    scale: GoalScale
    facts: Facts
    actions: DataTable
    scale_url: str
    remark: str


@dataclass(frozen=True)
class PlanPage:
    """Everything on the page besides the frame."""

    state: Badge | None
    step: Step
    goals: tuple[GoalCard, ...]
    loose: DataTable | None
    facts: Facts | None
    versions: DataTable | None
    write_url: str
    ask_url: str
    copied: bool


def _name(names: Names, who: uuid.UUID | None) -> str:
    found = names.get(who) if who else None
    return found.titled if found else "–"


def page(
    actor: Actor, file: CaseFile, plan: PlanPicture | None, versions: Iterable[PlanRow], names: Names
) -> PlanPage:
    case_id = file.row.id
    return PlanPage(
        state=state(plan.state) if plan else None,
        step=_next(actor, file, plan),
        goals=_cards(actor, file, plan) if plan else (),
        loose=_actions(
            plan.loose_actions, case_id, _("Promises for the whole plan"), settle=_settles(file, plan)
        )
        if plan and plan.loose_actions
        else None,
        facts=_facts(plan, names) if plan else None,
        versions=_versions(case_id, tuple(versions), names),
        write_url=_write_url(actor, file, plan),
        ask_url=_ask_url(actor, file, plan),
        copied=bool(plan and (plan.copied_from_id or any(goal.copied for goal in plan.goals))),
    )


def _write_url(actor: Actor, file: CaseFile, plan: PlanPicture | None) -> str:
    """Where a new version is begun, from the one that is shown."""
    if file.plan_in_work_id or file.row.closed_at or not may(actor, "casework.draft_plan"):
        return ""
    address = reverse("draft_plan", args=[file.row.id])
    return f"{address}?dari={plan.id}" if plan else address


def _ask_url(actor: Actor, file: CaseFile, plan: PlanPicture | None) -> str:
    """Where a draft is laid before the client, once for each wording."""
    waits = plan is not None and plan.state == "draft" and not plan.asked and not file.row.closed_at
    if not waits or not may(actor, "casework.ask_plan_answer"):
        return ""
    return reverse("ask_plan_answer", args=[file.row.id])


def _next(actor: Actor, file: CaseFile, plan: PlanPicture | None) -> Step:
    case_id = file.row.id
    if plan is None or file.row.closed_at:
        return Step()
    if plan.state == "draft":
        waits = _(
            "It lies before the client in the portal. An answer in the office can still be recorded here."
        )
        return Step(
            _("Record the client's answer"), reverse("agree_plan", args=[case_id]), "message-square-quote",
            waits if plan.asked else _("Go through the draft together. The client may change it or say no."),
        )  # fmt: skip
    if plan.state == "agreed":
        if wrote(actor, plan) or not may(actor, "casework.approve_plan"):
            return Step(note=_("The client agrees. Now somebody else than the writer looks at it."))
        return Step(
            _("Look at the plan and judge"), reverse("approve_plan", args=[case_id]), "badge-check",
            _("The client agrees. Now somebody else than the writer looks at it."),
        )  # fmt: skip
    return Step()


def _facts(plan: PlanPicture, names: Names) -> Facts:
    told = [
        Fact(_("Written by"), _name(names, plan.by_id), note=short_day(plan.at)),
        Fact(_("Time span"), str(Horizon(plan.horizon).label)),
        Fact(_("Next look together"), short_day(plan.review_on)),
    ]
    if plan.in_force_since:
        told.append(Fact(_("In force since"), short_day(plan.in_force_since)))
    if plan.approved_by:
        told.append(Fact(_("Approved by"), _name(names, plan.approved_by)))
    if plan.answer:
        said = _("agrees") if plan.answer.agreed else _("does not accept")
        how = str(GivenBy(plan.answer.how).label)
        note = _("%(how)s, %(day)s") % {"how": how, "day": short_day(plan.answer.at)}
        told.append(Fact(_("The client"), said, note=note))
        if plan.answer.witness:
            told.append(Fact(_("Witness"), plan.answer.witness))
    return Facts(tuple(told))


def _goal_facts(goal: GoalPicture) -> Facts:
    return Facts(
        (
            Fact(_("Stands on the need"), goal.need_words),
            Fact(_("How we notice it"), goal.measure),
            Fact(_("Where we stand"), goal.baseline),
            Fact(
                _("Where we want to be"),
                goal.target,
                note=_("until %(day)s") % {"day": short_day(goal.target_on)} if goal.target_on else "",
            ),
        )
    )


def scale_of(goal: GoalPicture) -> GoalScale:
    history = tuple(Score(one.on, one.score, one.fact) for one in goal.scores)
    return GoalScale(goal.client_words, history, indicator=goal.measure, own=own_scores(goal))


def own_scores(goal: GoalPicture) -> tuple[Score, ...]:
    """The client's ratings, each with her words, or where she gave it."""
    where = {True: _("in the portal"), False: _("told to the worker")}
    return tuple(Score(one.on, one.score, one.words or where[one.in_portal]) for one in goal.own_scores)


def goal_scales(plan: PlanPicture) -> tuple[tuple[GoalPicture, Facts], ...]:
    """Goals with what was agreed about them, to read before judging."""
    return tuple((goal, _goal_facts(goal)) for goal in plan.goals)


def _cards(actor: Actor, file: CaseFile, plan: PlanPicture) -> tuple[GoalCard, ...]:
    scaled = plan.state == "approved" and may(actor, "casework.scale_goal") and not file.row.closed_at
    return tuple(
        GoalCard(
            goal,
            scale_of(goal),
            _goal_facts(goal),
            _actions(
                goal.actions, file.row.id, _("Who does what for this goal"), settle=_settles(file, plan)
            ),
            reverse("scale_goal", args=[file.row.id, goal.id]) if scaled else "",
            goal.remark,
        )
        for goal in plan.goals
    )


def _settles(file: CaseFile, plan: PlanPicture) -> bool:
    return plan.state == "approved" and not file.row.closed_at


def _action_state(one: ActionPicture) -> Badge:
    if one.settled_at:
        return Badge(_("completed"), "good", "check") if one.kept else Badge(_("not done"), "warn", "minus")
    if one.due_on < today():
        return Badge(_("overdue"), "bad", "clock")
    return Badge(_("under way"), "plain")


def _action_row(one: ActionPicture, case_id: uuid.UUID, *, settle: bool) -> tuple[Cell, ...]:
    open_url = reverse("settle_commitment", args=[case_id, one.id]) if settle and not one.settled_at else ""
    return (
        Cell(one.what, note=one.outcome or one.present_fact),
        Cell(str(Whose(one.whose).label)),
        Cell(short_day(one.due_on)),
        Cell(part=_action_state(one)),
        Cell(_("Settle") if open_url else "", open_url),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("What somebody does"), main=True),
        Column(_("Who")),
        Column(_("Until")),
        Column(_("Standing")),
        Column(_("Settle"), hide_label=True),
    )


def _actions(
    actions: Iterable[ActionPicture], case_id: uuid.UUID, caption: str, *, settle: bool
) -> DataTable:
    rows = tuple(_action_row(one, case_id, settle=settle) for one in actions)
    empty = EmptyState(_("Nothing is promised for this yet"), _("Say who does what until when."), "handshake")
    return DataTable(caption, _columns(), rows, empty=empty)


def promised(actions: Iterable[ActionPicture], case_id: uuid.UUID, *, ended: bool) -> DataTable | None:
    """Commitments made on the way that belong to no goal."""
    rows = tuple(_action_row(one, case_id, settle=not ended) for one in actions if one.goal_id is None)
    return DataTable(_("Promises on the way"), _columns(), rows) if rows else None


def _versions(case_id: uuid.UUID, versions: tuple[PlanRow, ...], names: Names) -> DataTable | None:
    if not versions:
        return None
    return DataTable(
        _("Versions of the plan"),
        (Column(_("Version"), main=True), Column(_("Standing"))),
        tuple(
            (
                Cell(
                    _("Version %(number)s") % {"number": row.number},
                    reverse("case_plan_version", args=[case_id, row.id]),
                    note=f"{short_day(row.at)} · {_name(names, row.by_id)}",
                ),
                Cell(part=state(row.state)),
            )
            for row in versions
        ),
    )


def chart(found: GoalsChart) -> LineChart | None:
    """How all goals together stand over time; 50 is "as hoped"."""
    scored, own = dict(found.attainment), dict(found.own)
    days = sorted({*scored, *own})
    if len(days) < 2:
        return None
    series = [Series(_("As the worker scores (50: as hoped)"), tuple(map(scored.get, days)))]
    if own:
        series.append(Series(_("As the client rates (50: as hoped)"), tuple(map(own.get, days))))
    return LineChart(
        _("All goals together"), tuple(map(short_day, days)), tuple(series), label_heading=_("Day")
    )


def assessments(file: CaseFile) -> list[tuple[uuid.UUID, str]]:
    """The assessments that a need may have been seen in."""
    return [(one.id, f"{AssessmentKind(one.kind).label}, {short_day(one.at)}") for one in file.assessments]


def first_answers(request: ActorRequest, versions: tuple[PlanRow, ...]) -> dict[str, Any]:
    """The text of the version to take over, if one was named and belongs to this case."""
    wanted = request.GET.get("dari", "")
    chosen = next((row.id for row in versions if str(row.id) == wanted), None)
    if chosen is None:
        return {}
    try:
        return taken_over(plan_view(request.actor, chosen), as_copy=True)
    except Hidden:
        return {}


def writing(form: PlanForm) -> dict[str, Any]:
    """What the form's page shows around the form."""
    return {
        "needs": form.shown("needs"),
        "goals": form.shown("goals"),
        "actions": form.shown("actions"),
    }
