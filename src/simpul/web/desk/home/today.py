"""Puts the facts of the day into the shapes that pages show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from simpul.casework.choices import Stage
from simpul.casework.queries.caseloads import CaseRow, MyDay, Waiting, WorkerLoad
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.web.ui.addresses import to
from simpul.web.ui.components.badge.props import Badge
from simpul.web.ui.components.countdown.props import Countdown
from simpul.web.ui.components.data_table.props import Cell, Column, DataTable
from simpul.web.ui.components.load_chart.props import Load, LoadChart
from simpul.web.ui.components.risk_badge.props import RiskBadge
from simpul.web.ui.components.stat_tile.props import StatTile
from simpul.web.ui.formats import count_of
from simpul.workforce.queries.staff_names import staff_names
from simpul.worklist.queries.tasks import TaskRow


def greeting(name: str) -> str:
    """Good morning, at noon, in the afternoon, in the evening: as it is said in Indonesia."""
    hour = timezone.localtime(now()).hour
    words = {
        "morning": _("Good morning, %(name)s"),
        "noon": _("Good day, %(name)s"),
        "afternoon": _("Good afternoon, %(name)s"),
        "evening": _("Good evening, %(name)s"),
    }
    part = (
        "evening"
        if hour < 4 or hour >= 18
        else "morning"
        if hour < 11
        else "noon"
        if hour < 15
        else "afternoon"
    )
    return words[part] % {"name": name}


def summary(day: MyDay | None, tasks: Sequence[TaskRow]) -> tuple[StatTile, ...]:
    """The numbers that somebody acts upon, each a door to its list."""
    late = sum(task.overdue for task in tasks)
    tiles = [
        StatTile(
            _("Tasks"),
            count_of(len(tasks)),
            note=ngettext("%(late)s overdue", "%(late)s overdue", late) % {"late": late}
            if late
            else _("none overdue"),
            icon="list-checks",
            tone="bad" if late else "plain",
            url=reverse("desk_tasks"),
        )
    ]
    if day is not None and day.caseload:
        grave = sum(row.risk in {"immediate", "high"} for row in day.caseload)
        tiles += [
            StatTile(
                _("Until tonight"),
                count_of(len(day.due)),
                note=_("contacts and visits"),
                icon="calendar-clock",
                tone="warn" if day.due else "plain",
                url="#caseload",
            ),
            StatTile(
                _("My cases"),
                count_of(len(day.caseload)),
                note=_("%(count)s at high risk") % {"count": count_of(grave)},
                icon="folder",
                url=reverse("desk_cases"),
            ),
        ]
    return tuple(tiles)


def caseload_table(rows: Sequence[CaseRow], *, with_worker: bool = False) -> DataTable:
    """Cases with the most urgent first: who, how great the danger, which stage, until when."""
    columns = [
        Column(_("Client"), main=True),
        Column(_("Risk"), corner=True),
        Column(_("Stage"), plain=True),
    ]
    if with_worker:
        columns.append(Column(_("Worker"), plain=True))
    columns.append(Column(_("Next deadline"), plain=True))
    return DataTable(_("Cases"), tuple(columns), tuple(_case_cells(row, with_worker) for row in rows))


def _case_cells(row: CaseRow, with_worker: bool) -> tuple[Cell, ...]:
    cells = [
        Cell(
            row.client_name or _("Client not yet known"),
            url=to("case", row.id),
            note=_client_note(row),
        ),
        Cell(part=RiskBadge(row.risk)),
        Cell(str(Stage(row.stage).label)),
    ]
    if with_worker:
        cells.append(Cell(row.worker_name) if row.worker_name else Cell(part=Badge(_("nobody"), "bad")))
    cells.append(_due(row))
    return tuple(cells)


def _due(row: CaseRow) -> Cell:
    """Until when; an open case without a date is a fault, a closed one needs none."""
    if row.next_due:
        return Cell(part=Countdown(row.next_due))
    return Cell("\N{EN DASH}") if row.closed_at else Cell(part=Badge(_("no date"), "warn"))


def _client_note(row: CaseRow) -> str:
    """How old the client is, before the case's number: a child is seen at a glance."""
    if row.client_age is None:
        return row.reference
    return _("%(age)s years · %(reference)s") % {"age": row.client_age, "reference": row.reference}


@dataclass(frozen=True)
class WaitingRow:
    """Something that waits for a second pair of eyes, with where to look at it."""

    waiting: Waiting
    title: str
    by: str
    url: str


def waiting_rows(actor: Actor, waiting: Sequence[Waiting]) -> tuple[WaitingRow, ...]:
    """What waits for the supervisor, with the name of who asks."""
    names = staff_names(actor, ids=[one.by_id for one in waiting])
    titles = {"assessment": _("Confirm the assessment"), "plan": _("Approve the plan")}
    return tuple(
        WaitingRow(
            one,
            titles[one.kind],
            names[one.by_id].name if one.by_id in names else "",
            to("case", one.case_id) + ("#plan" if one.kind == "plan" else "#assessments"),
        )
        for one in waiting
    )


def load_chart(loads: Sequence[WorkerLoad]) -> LoadChart:
    """Who carries how much, the heaviest first, so that the next case goes to somebody with room."""
    words = {
        "room": Badge(_("has room"), "good"),
        "busy": Badge(_("busy"), "plain"),
        "strained": Badge(_("strained"), "warn"),
        "overloaded": Badge(_("overloaded"), "bad"),
    }
    return LoadChart(
        _("Weighted caseload of each worker"),
        tuple(
            Load(
                one.name, one.cases, one.share, one.overdue, words.get(str(one.level), Badge(str(one.level))),
                f"{reverse('desk_cases')}?worker={one.staff_id}",
            )
            for one in loads
        ),
    )  # fmt: skip
