"""Background work in a process or thread of this installation: queued jobs and recurring duties."""

from __future__ import annotations

import signal
import threading


def work(stop: threading.Event | None = None) -> None:
    """Work until stopped."""
    import simpul.config.cleaning  # noqa: F401  its duty comes round with the others
    from simpul.jobs import worker

    worker.run(stop or threading.Event())


def work_until_told() -> None:
    """Work in a process of its own: finish the job at hand on SIGTERM or Ctrl-C, then leave."""
    from simpul.config.running import end_with_parent

    stop = threading.Event()

    def leave(_number: int, _frame: object) -> None:
        if stop.is_set():
            raise SystemExit(1)  # told twice
        stop.set()

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGINT, leave)
    end_with_parent()
    work(stop)
