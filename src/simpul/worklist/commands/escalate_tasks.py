"""Duties whose time has passed go up to the supervisors of the unit, or to the head of the office."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import command, note_in_audit
from simpul.worklist.escalation import tell_supervisors
from simpul.worklist.models import Task, TaskState


@command()
def escalate_tasks(actor: Actor, *, limit: int = 500) -> int:
    """Mark overdue open tasks as escalated and tell those who answer for them, once each."""
    due = Task.objects.select_for_update().filter(
        state=TaskState.OPEN, escalated_at=None, escalate_at__lte=now()
    )
    tasks = list(due.order_by("escalate_at")[:limit])
    for task in tasks:
        task.escalated_at = now()
        task.save(update_fields=["escalated_at"])
        tell_supervisors(actor, task)
    note_in_audit(count=len(tasks))
    return len(tasks)
