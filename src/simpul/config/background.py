"""Background work: runs queued tasks and, at their times, the recurring ones."""

from __future__ import annotations

import logging
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

logger = logging.getLogger("simpul.background")


@dataclass(frozen=True)
class Recurring:
    """Work that comes round by itself. It must be safe to run twice: another worker may have just done it."""

    name: str
    every_seconds: int
    where: str  # module:function

    def function(self) -> Callable[[], object] | None:
        """What to call, or nothing where this version lacks it."""
        module, _, name = self.where.partition(":")
        try:
            found = find_spec(module)
        except ModuleNotFoundError:
            found = None
        return getattr(import_module(module), name, None) if found else None


RECURRING = (
    Recurring("deadlines", 60, "simpul.worklist.tasks:tick"),
    Recurring("notices", 60, "simpul.notices.tasks:tick"),
    Recurring("audit anchor", 24 * 3600, "simpul.safeguards.tasks:anchor_daily"),
)


class Clockwork:
    """Knows when each recurring work is due; one that fails is tried again at its next time."""

    def __init__(self, works: tuple[Recurring, ...] = RECURRING) -> None:
        self.due = {work: 0.0 for work in works if work.function()}

    def run_due(self, moment: float) -> int:
        """Run what is due; how many were run."""
        ready = [work for work, due in self.due.items() if due <= moment]
        for work in ready:
            self.due[work] = moment + work.every_seconds
            function = work.function()
            try:
                if function:
                    function()
            except Exception:
                logger.exception("recurring work %s failed; it is tried again later", work.name)
        return len(ready)


def _clockwork_loop(stop: threading.Event) -> None:
    from django.db import close_old_connections

    clockwork = Clockwork()
    while not stop.wait(1):
        close_old_connections()
        clockwork.run_due(time.monotonic())
        close_old_connections()


def work(stop: threading.Event | None = None, *, interval: float = 1.0) -> None:
    """Work until stopped. A fault of the database does not end it: it waits and goes on."""
    from django.db import Error, connections
    from django.utils.crypto import get_random_string
    from django_tasks_db.management.commands.db_worker import Worker

    stop = stop or threading.Event()
    threading.Thread(target=_clockwork_loop, args=(stop,), name="clockwork", daemon=True).start()
    while not stop.is_set():
        worker = Worker(
            queue_names=["*"],
            interval=interval,
            batch=True,  # returns when nothing is left, so that `stop` is looked at
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        try:
            worker.run()
        except Error:
            logger.exception("the database did not answer; background work goes on in five seconds")
            connections.close_all()
            stop.wait(5)
        stop.wait(interval)


def work_until_told() -> None:
    """Work in a process of its own: finish the task at hand on SIGTERM or Ctrl-C, then leave."""
    from simpul.config.running import end_with_parent

    stop = threading.Event()

    def leave(number: int, _frame: object) -> None:
        if stop.is_set():
            raise SystemExit(1)  # told twice
        stop.set()

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGINT, leave)
    end_with_parent()
    work(stop)
