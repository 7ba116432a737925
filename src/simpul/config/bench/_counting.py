"""Tells with every answer how many statements and how much of a processor it took.

What only frames a transaction is not counted. The processor's time is the thread's own: a machine on which
others work too makes answers late, but hardly changes it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from django.db import connections
from django.http import HttpRequest, HttpResponse

HEADER, WORK = "X-Bench-Statements", "X-Bench-Work"  # work: microseconds of a processor
FRAME = re.compile(r"\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b", re.I)


class Counter:
    """Counts the statements that pass."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        self.number += not FRAME.match(sql)
        return execute(sql, params, many, context)


class Counting:
    """Middleware of the bench."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        counter, begun = Counter(), time.thread_time_ns()
        with ExitStack() as stack:
            for connection in connections.all():
                stack.enter_context(connection.execute_wrapper(counter))
            response = self.get_response(request)
        response.headers[HEADER] = str(counter.number)
        response.headers[WORK] = str((time.thread_time_ns() - begun) // 1000)
        return response
