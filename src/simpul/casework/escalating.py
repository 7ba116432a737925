"""Whoever stands above hears of a duty whose time has passed."""

from __future__ import annotations

from simpul.casework.above import heads_at, supervisors_at
from simpul.kernel.actor import Actor
from simpul.kernel.text import Text
from simpul.notices.commands.notify import notify
from simpul.worklist.models import Task


def tell_above(actor: Actor, task: Task) -> None:
    """Tell the supervisors of the unit or office; when they are the ones who are late, the head."""
    above = [one for one in supervisors_at(task.office_id, task.unit_id) if one != task.assignee_id]
    if not above and task.office_id:
        above = [one for one in heads_at(task.office_id) if one != task.assignee_id]
    if above:
        notify(
            actor,
            to=above,
            kind="task_overdue",
            title=Text(task.title, task.title_facts),
            url=task.url,
            mail=task.urgency == "immediate",
        )
