"""When a case changes hands, its open duties go along."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.safeguards.gate import note_in_audit, step
from simpul.worklist.models import Task, TaskState


@step
def pass_case_tasks(actor: Actor, *, case_id: uuid.UUID, from_id: uuid.UUID, to_id: uuid.UUID) -> int:
    """The open tasks that one worker had for a case become another's; returns how many."""
    passed: int = Task.objects.filter(case_id=case_id, assignee_id=from_id, state=TaskState.OPEN).update(
        assignee_id=to_id
    )
    note_in_audit(passed=passed)
    return passed
