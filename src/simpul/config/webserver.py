"""gunicorn's settings. On SQLite one process holds web and background work together (see ADR 0002)."""

from __future__ import annotations

import os
import threading
from typing import Any

from simpul.config.environment import read

on_sqlite = not read("DATABASE_URL").startswith("postgres")

wsgi_app = "simpul.config.wsgi:application"
bind = os.environ.get("SIMPUL_BIND", f"127.0.0.1:{read('SIMPUL_PORT')}")
worker_class = "gthread"
workers = 1 if on_sqlite else int(os.environ.get("SIMPUL_WEB_PROCESSES", "2"))
threads = int(os.environ.get("SIMPUL_WEB_THREADS", "8"))
timeout = 60
graceful_timeout = 10
keepalive = 5
control_socket_disable = True
accesslog = None  # no address of a visitor is written down
loglevel = read("SIMPUL_LOG_LEVEL")
proc_name = "simpul"
forwarded_allow_ips = read("SIMPUL_PROXIES")


def when_ready(server: Any) -> None:
    """End with the parent: nothing may be left running when it is gone, however it went."""
    from simpul.config.running import end_with_parent

    end_with_parent()


def post_worker_init(worker: Any) -> None:
    """On SQLite, background work is a thread of the only process."""
    if os.environ.get("SIMPUL_WORK_INSIDE") == "1":
        from simpul.config.background import work

        threading.Thread(target=work, name="background-work", daemon=True).start()
