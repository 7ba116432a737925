"""The duties of the day in the order in which they press, each with the person whom it concerns."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from simpul.casework.queries.caseloads import CaseRow
from simpul.kernel.clock import today
from simpul.worklist.queries.tasks import TaskRow

SHOWN_AT_LEAST = 3


@dataclass(frozen=True)
class Duty:
    """One task, and the client's name where the reader accompanies her or him."""

    task: TaskRow
    client: str


@dataclass(frozen=True)
class Part:
    """Duties that press alike: late, today, later."""

    label: str
    tone: str
    icon: str
    count: int
    duties: tuple[Duty, ...]


def parts(tasks: Sequence[TaskRow], caseload: Sequence[CaseRow], *, most: int) -> tuple[Part, ...]:
    """Late ones first, then today's, then what follows: ``most`` in all, some of what presses always."""
    names: dict[uuid.UUID, str] = {row.id: row.client_name for row in caseload}
    groups: dict[str, list[Duty]] = {"late": [], "today": [], "later": []}
    for task in tasks:
        client = names.get(task.case_id, "") if task.case_id else ""
        groups[_pressing(task)].append(Duty(task, client))
    looks = {
        "late": (_("Overdue"), "bad", "octagon-alert"),
        "today": (_("Until tonight"), "warn", "hourglass"),
        "later": (_("In the days to come"), "", "clock"),
    }
    found, room = [], most
    for name, duties in groups.items():
        shown = tuple(duties[: room if name == "later" else max(room, SHOWN_AT_LEAST)])
        room = max(0, room - len(shown))
        if shown:
            label, tone, icon = looks[name]
            found.append(Part(label, tone, icon, len(duties), shown))
    return tuple(found)


def _pressing(task: TaskRow) -> str:
    due = timezone.localtime(task.due_at).date()
    return "late" if task.overdue else "today" if due <= today() else "later"
