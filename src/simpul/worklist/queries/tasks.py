"""What must be done now, by whom, until when."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import Text
from simpul.safeguards.gate import query
from simpul.worklist.models import Task, TaskState
from simpul.worklist.policies import task_reach


@dataclass(frozen=True)
class TaskRow:
    """One open duty as a list shows it."""

    id: uuid.UUID
    kind: str
    title: Text
    case_id: uuid.UUID | None
    assignee_id: uuid.UUID | None
    url: str
    urgency: str
    due_at: datetime
    overdue: bool
    escalated: bool
    subject_ids: tuple[uuid.UUID, ...] = ()


def _row(task: Task, moment: datetime) -> TaskRow:
    return TaskRow(
        task.id,
        task.kind,
        Text(task.title, task.title_facts),
        task.case_id,
        task.assignee_id,
        task.url,
        task.urgency,
        task.due_at,
        task.due_at < moment,
        task.escalated_at is not None,
    )


@query(over=Task, reach=task_reach, silent=True)
def my_tasks(actor: Actor, tasks: QuerySet[Task], *, limit: int = 50) -> tuple[TaskRow, ...]:
    """Open tasks of the actor and of those he covers, the earliest deadline first. Titles name nobody."""
    mine = [actor.staff_id, *getattr(actor, "covers", ())]
    whose = Q(assignee_id__in=mine) | Q(assignee_id=None, unit_id=actor.unit_id)
    moment = now()
    return tuple(
        _row(task, moment) for task in tasks.filter(whose, state=TaskState.OPEN).order_by("due_at")[:limit]
    )


@query(over=Task, reach=task_reach, silent=True)
def unit_tasks(
    actor: Actor, tasks: QuerySet[Task], *, overdue_only: bool = False, limit: int = 100
) -> tuple[TaskRow, ...]:
    """Open tasks within the actor's whole reach: the supervisor's view."""
    moment = now()
    tasks = tasks.filter(state=TaskState.OPEN)
    if overdue_only:
        tasks = tasks.filter(due_at__lt=moment)
    return tuple(_row(task, moment) for task in tasks.order_by("due_at")[:limit])


@query(over=Task, reach=task_reach, silent=True)
def case_tasks(actor: Actor, tasks: QuerySet[Task], *, case_id: uuid.UUID) -> tuple[TaskRow, ...]:
    """Open tasks of one case within reach."""
    moment = now()
    found = tasks.filter(state=TaskState.OPEN, case_id=case_id).order_by("due_at")
    return tuple(_row(task, moment) for task in found)
