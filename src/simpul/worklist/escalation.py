"""Who is told about an overdue task is decided above this app; here is only the hook."""

from __future__ import annotations

from collections.abc import Callable

from simpul.kernel.actor import Actor
from simpul.worklist.models import Task

_listeners: list[Callable[[Actor, Task], None]] = []


def on_escalation(listener: Callable[[Actor, Task], None]) -> Callable[[Actor, Task], None]:
    """Register who tells whom (worklist and notices stand side by side and do not know each other)."""
    _listeners.append(listener)
    return listener


def tell_supervisors(actor: Actor, task: Task) -> None:
    """Tell everybody who registered."""
    for listener in _listeners:
        listener(actor, task)
