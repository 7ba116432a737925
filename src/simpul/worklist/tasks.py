"""Recurring duties of the worklist."""

from datetime import timedelta

from simpul.jobs.handlers import recurring
from simpul.kernel.actor import system_actor
from simpul.worklist.commands.escalate_tasks import escalate_tasks


@recurring("worklist.escalate_tasks", every=timedelta(minutes=1))
def escalate() -> None:
    """Every minute: what is overdue goes up."""
    escalate_tasks(system_actor())
