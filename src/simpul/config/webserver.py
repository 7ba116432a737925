"""gunicorn's settings. On SQLite one process holds web and background work together (see ADR 0002)."""

from __future__ import annotations

import gc
import os
import sqlite3
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


YOUNG = 20_000  # objects made since the last look: about what one page leaves behind


def when_ready(server: Any) -> None:
    """End with the parent: nothing may be left running when it is gone, however it went."""
    from simpul.config.running import end_with_parent

    end_with_parent()


def post_worker_init(worker: Any) -> None:
    """On SQLite, background work is a thread of the only process."""
    _keep_out_of_collections()
    if on_sqlite:
        _stay_connected()
    if os.environ.get("SIMPUL_WORK_INSIDE") == "1":
        from simpul.config.background import work

        threading.Thread(target=work, name="background-work", daemon=True).start()


def _keep_out_of_collections() -> None:
    """What the house is made of stays as long as the process: no search for garbage walks through it again.

    Otherwise every few pages one answer waits until half a million objects were looked over.
    """
    from django.urls import get_resolver

    _everything = get_resolver().url_patterns  # loads every page's code now instead of with the first visit
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 20)


_standing: list[sqlite3.Connection] = []


def _stay_connected() -> None:
    """One connection that does nothing stands open beside those of requests.

    SQLite folds its journal into the file, and waits for the disk, whenever the last connection closes; with
    one visitor at a time that is the end of every answer. It reads once, for only then it counts as one.
    """
    from django.conf import settings

    for database in settings.DATABASES.values():
        if str(database["ENGINE"]).endswith("sqlite3"):
            standing = sqlite3.connect(str(database["NAME"]), check_same_thread=False)
            standing.execute("SELECT count(*) FROM sqlite_master").fetchall()
            _standing.append(standing)
