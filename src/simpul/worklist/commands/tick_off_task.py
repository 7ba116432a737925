"""The owner says that a duty is done, where no other act says it for him."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command
from simpul.worklist.commands.settle_task import settle_task
from simpul.worklist.models import Task
from simpul.worklist.policies import task_reach


@command(on=Task, reach=task_reach)
def tick_off_task(actor: Actor, task: Task) -> None:
    """Settle one's own task by hand. Doing it twice changes nothing."""
    settle_task(actor, key=task.key)
