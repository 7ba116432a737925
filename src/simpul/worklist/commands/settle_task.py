"""A duty is done, or no longer needed."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import note_in_audit, step
from simpul.worklist.models import Task, TaskState


@step
def settle_task(actor: Actor, *, key: str) -> bool:
    """Settle the open task of this key; returns whether there was one."""
    task = Task.objects.select_for_update().filter(key=key, state=TaskState.OPEN).first()
    if task is None:
        return False
    task.state = TaskState.SETTLED
    task.settled_at = now()
    task.settled_by = actor.id
    task.save()
    note_in_audit(subjects=task.audit_subjects(), task=task.kind)
    return True
