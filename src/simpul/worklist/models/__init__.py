"""Tasks with deadlines, and texts that are being typed."""

from simpul.worklist.models.draft import Draft
from simpul.worklist.models.task import Task, TaskState, Urgency

__all__ = ["Draft", "Task", "TaskState", "Urgency"]
