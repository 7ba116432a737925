"""A real gunicorn on loopback with the bench's settings, and sessions of workers who are logged in."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from simpul.config.bench._driving import CSRF
from simpul.config.bench._story import Worker
from simpul.config.ports import any_free
from simpul.config.running import Household, answers, web_command
from simpul.web.desk.idle_lock import TOUCHED
from simpul.web.desk.threshold import ETHICS
from simpul.workforce.ethics import current_code
from simpul.workforce.models import Account

PATIENCE = 300


@contextmanager
def serving() -> Iterator[tuple[str, int]]:
    """The site for as long as the bench measures; ended whatever happens."""
    host, household = "127.0.0.1", Household()
    port = any_free(host)
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "simpul.config.bench._settings",
        "SIMPUL_BIND": f"{host}:{port}",
        "SIMPUL_WORK_INSIDE": "0",
        "SIMPUL_LOG_LEVEL": "error",
    }
    try:
        household.add("web", web_command(), environment)
        deadline = time.monotonic() + PATIENCE
        while not answers(f"http://{host}:{port}/"):
            if household.ended() or time.monotonic() > deadline:
                raise RuntimeError("the web server of the bench did not start")
            time.sleep(0.2)
        yield host, port
    finally:
        household.end()


def log_in(workers: Sequence[Worker]) -> list[str]:
    """A session for each worker, past the login page; gives the cookies of each."""
    cookies = []
    for worker in workers:
        account = Account.objects.get(pk=worker.account_id)
        session = SessionStore()
        session.update(
            {
                SESSION_KEY: str(account.pk),
                BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
                HASH_SESSION_KEY: account.get_session_auth_hash(),
                ETHICS: current_code().version,
                "born": time.time(),
                TOUCHED: time.time(),
            }
        )
        session.create()
        names = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME)
        values = (str(session.session_key), CSRF, "id")
        cookies.append("; ".join(f"{name}={value}" for name, value in zip(names, values, strict=True)))
    return cookies


def memory(host: str, port: int, cookie: str) -> int:
    """The most memory (MB) that the web processes held, all together."""
    most: dict[str, int] = {}
    for _time in range(24):
        connection = HTTPConnection(host, port, timeout=PATIENCE)
        connection.request("GET", "/bench/memory/", headers={"Cookie": cookie})
        process, megabytes = connection.getresponse().read().decode().split()
        most[process] = int(megabytes)
        connection.close()
    return sum(most.values())
