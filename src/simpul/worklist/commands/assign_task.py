"""Give a duty an owner and a date."""

from __future__ import annotations

import uuid
from datetime import datetime

from simpul.kernel.actor import Actor
from simpul.kernel.text import Text
from simpul.safeguards.gate import note_in_audit, step
from simpul.worklist.models import Task, TaskState, Urgency


@step
def assign_task(
    actor: Actor,
    *,
    key: str,
    kind: str,
    title: Text,
    due_at: datetime,
    case_id: uuid.UUID | None = None,
    subject_id: uuid.UUID | None = None,
    assignee_id: uuid.UUID | None = None,
    unit_id: uuid.UUID | None = None,
    office_id: uuid.UUID | None = None,
    url: str = "",
    urgency: str = Urgency.NORMAL,
    escalate_at: datetime | None = None,
) -> uuid.UUID:
    """Make the task, or bring the task of the same key up to date. One key is one duty."""
    facts = {
        "kind": kind,
        "title": title.msgid,
        "title_facts": dict(title.params),
        "case_id": case_id,
        "subject_id": subject_id,
        "assignee_id": assignee_id,
        "unit_id": unit_id,
        "office_id": office_id,
        "url": url,
        "urgency": urgency,
        "due_at": due_at,
        "escalate_at": escalate_at or due_at,
    }
    task = Task.objects.select_for_update().filter(key=key).first()
    if task is None:
        task = Task.objects.create(key=key, made_by=actor.id, **facts)
    else:
        for name, value in facts.items():
            setattr(task, name, value)
        task.state = TaskState.OPEN
        task.settled_at = task.settled_by = task.escalated_at = None
        task.save()
    note_in_audit(subjects=task.audit_subjects(), task=kind)
    return task.id
