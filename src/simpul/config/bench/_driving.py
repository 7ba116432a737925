"""Asks pages of the site, one user or many at once, and keeps how long each answer took."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

from simpul.config.bench._counting import HEADER, WORK

TRIVIAL = "trivial view"
FRAMED = "empty page of the house, with frame"  # told so that readers see what the frame costs; no goal
CSRF = "b" * 32
LONGEST_CELL = 12.0  # seconds that one page is asked in one round


@dataclass(frozen=True)
class Page:
    """One kind of request. ``path`` and ``body`` get the user's and the request's number."""

    name: str
    path: Callable[[int, int], str]
    body: Callable[[int, int], dict[str, str]] | None = None


@dataclass
class Times:
    """How long the answers took (seconds), how many statements they cost, how many failed."""

    seconds: list[float] = field(default_factory=list)
    statements: list[int] = field(default_factory=list)
    work: list[float] = field(default_factory=list)  # of the server's processor, seconds
    failed: list[str] = field(default_factory=list)

    @property
    def p50(self) -> float:
        return _part(self.seconds, 50)

    @property
    def p95(self) -> float:
        return _part(self.seconds, 95)

    @property
    def work_p50(self) -> float:
        return _part(self.work, 50)

    @property
    def work_p95(self) -> float:
        return _part(self.work, 95)

    @property
    def most_statements(self) -> int:
        return max(self.statements, default=0)


def _part(values: Sequence[float], percent: int) -> float:
    if len(values) < 2:
        return values[0] if values else float("nan")
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def ask(
    address: tuple[str, int], page: Page, cookies: Sequence[str], times: Times, *, users: int, requests: int
) -> None:
    """``requests`` requests, shared by ``users`` at once, each on a connection that stays open."""
    lock, ready = threading.Lock(), threading.Barrier(users)
    end = time.monotonic() + LONGEST_CELL

    def user(number: int) -> None:
        connection = HTTPConnection(*address, timeout=60)
        ready.wait()
        for turn in range(max(1, requests // users)):
            if time.monotonic() > end:
                break
            took, status, statements, work = _once(
                connection, page, cookies[number % len(cookies)], number, turn
            )
            with lock:
                if status in {200, 302}:
                    times.seconds.append(took)
                    times.statements.append(statements)
                    times.work.append(work)
                else:
                    times.failed.append(f"{page.name}: {status}")
        connection.close()

    threads = [threading.Thread(target=user, args=[number]) for number in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _once(
    connection: HTTPConnection, page: Page, cookie: str, number: int, turn: int
) -> tuple[float, int, int, float]:
    headers, body = {"Cookie": cookie, "Accept-Language": "id"}, None
    if page.body is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode({"csrfmiddlewaretoken": CSRF, **page.body(number, turn)})
    started = time.perf_counter()
    try:
        connection.request("POST" if body is not None else "GET", page.path(number, turn), body, headers)
        answer = connection.getresponse()
        answer.read()
    except (HTTPException, OSError):
        connection.close()
        return time.perf_counter() - started, 0, 0, 0.0
    took, told = time.perf_counter() - started, answer.headers
    return took, answer.status, int(told.get(HEADER, "0")), int(told.get(WORK, "0")) / 1e6
