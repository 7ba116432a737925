"""Give an open duty to somebody else of the same office."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault, InvalidInput, Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce.queries.colleagues import colleagues
from simpul.worklist.models import Task, TaskState
from simpul.worklist.policies import task_reach


@command(on=Task, reach=task_reach)
def pass_task(actor: Actor, task: Task, *, assignee_id: uuid.UUID) -> None:
    """The task changes its owner; its deadline stays."""
    if task.state != TaskState.OPEN:
        raise Refused(Text(N_("This task is already done.")))
    if assignee_id not in {one.staff_id for one in colleagues(actor)}:
        raise InvalidInput([FieldFault("assignee", Text(N_("Choose a colleague of your own office.")))])
    task.assignee_id = assignee_id
    task.save()
    note_in_audit(assignee=str(assignee_id))
