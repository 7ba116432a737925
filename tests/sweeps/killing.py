"""A real site that is killed again and again while people write, and what must hold afterwards."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import random
import signal
import socket
import subprocess
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from simpul.casework.rules.risk import SCREEN
from tests.config.installation import ROOT, Installation

WRITERS, MAILS = 6, 60
CSRF = "k" * 32
# Somebody to write, with the door already open; and mail that comes due all the while.
PEOPLE = """
import datetime, json
from simpul.jobs.models import Job
from simpul.kernel.clock import now
from simpul.notices.models import Notice
from simpul.safeguards.guarded import writing_as
from django.test import Client
from simpul.workforce.models import Account
from tests.factories.workforce import make_office, make_staff
from tests.sweeps.probing import enter
office = make_office()
make_staff(role="supervisor", scope="unit", office=office)
crowd = [make_staff(office=office) for _ in range(%d)]
for number in range(%d):
    with writing_as("notices"):
        notice = Notice.objects.create(
            recipient_id=crowd[0].id, kind="uji", title="uji", made_by=crowd[0].id
        )
    with writing_as("jobs"):
        Job.objects.create(
            kind="notices.mail", key=f"notices.mail:{notice.id}", payload={"notice_id": str(notice.id)},
            run_after=now() + datetime.timedelta(seconds=number / 4),
        )
print(json.dumps([enter(one.account).cookies["simpul_session"].value for one in crowd]))
"""
# What lies in the database when all is over. Jobs whose worker was killed are given back at once.
STOCK = """
import datetime, json, pathlib
from collections import Counter
from django.conf import settings
from simpul.casework.models import Case
from simpul.jobs import worker
from simpul.jobs.models import Job
from simpul.kernel.clock import now
from simpul.notices.models import Notice
from simpul.safeguards.audit import verify
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import AuditLine
from simpul.workforce.models import ReflectionNote
with writing_as("jobs"):
    Job.objects.filter(state="running").update(lease_until=now() - datetime.timedelta(seconds=1))
    Job.objects.filter(state="ready").update(run_after=now() - datetime.timedelta(seconds=1))
worker.work_off()
lines = Counter(AuditLine.objects.filter(outcome="done").values_list("act", flat=True))
print(json.dumps({
    "notes": [one.words for one in ReflectionNote.objects.all()],
    "cases": [one.presenting_words for one in Case.objects.all()],
    "note_lines": lines["workforce.write_reflection"], "case_lines": lines["casework.take_intake"],
    "sound": verify().sound,
    "jobs": Counter(f"{one.kind} {one.state}" for one in Job.objects.all()),
    "mailed": Notice.objects.filter(mailed_at__isnull=False).count(),
    "mail_lines": lines["notices.mail_notice"],
    "mails": [line for file in pathlib.Path(settings.EMAIL_FILE_PATH).glob("*.log")
              for line in file.read_text().splitlines() if line.startswith("Message-ID:")],
}))
"""
INTAKE = {
    "do": "save", "who": "unknown", "unknown_because": "not_yet", "channel": "walk_in", "source": "client",
    "setting": "family_child", **{f"screen_{code}": "no" for code in SCREEN},
}  # fmt: skip


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def family(pid: int) -> list[int]:
    """The process and all below it, parents first."""
    found = [pid]
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, IndexError):
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if parent == pid:
                found += family(int(folder.name))
    return found


def session_of(leader: int) -> list[int]:
    """All living processes of the session that this one leads, orphans included; zombies are dead."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, IndexError):
            state, _parent, _group, session = (folder / "stat").read_text().rsplit(")", 1)[1].split()[:4]
            if int(session) == leader and state != "Z":
                found.append(int(folder.name))
    return found


@dataclass
class Written:
    """What the writers were told. ``acknowledged`` holds the words of each write said to be done."""

    acknowledged: set[str] = field(default_factory=set)
    sent: set[str] = field(default_factory=set)
    resent: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    strange: list[str] = field(default_factory=list)


class Site:
    """``./simpul serve`` on a port of its own; its variables may plant a defect."""

    def __init__(self, installation: Installation) -> None:
        installation.variables["PYTHONPATH"] = f"{ROOT / 'src'}:{ROOT}"
        self.installation, self.port = installation, free_port()
        self.process: subprocess.Popen[bytes] | None = None
        self.back: list[float] = []  # seconds without an answer after each kill
        self.server = ""  # what it calls itself
        self.log = installation.folder.parent / "serve.log"

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.installation.command("serve", "--port", str(self.port), "--with-worker"),
                env=self.installation.environment, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self.until_it_answers()

    def until_it_answers(self, seconds: float = 300) -> float:
        """Wait for any whole answer below 500; the seconds it took."""
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            with contextlib.suppress(OSError, http.client.HTTPException):
                one = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
                one.request("GET", "/akun/masuk/")
                answer = one.getresponse()
                status, self.server = answer.status, answer.headers.get("Server", "")
                one.close()
                if status < 500:
                    return time.monotonic() - began
            time.sleep(0.1)
        raise AssertionError(f"no answer:\n{self.log.read_text()[-4000:]}")

    def kill_web_processes(self) -> None:
        """kill -9 of the processes that answer; the server's own parent starts new ones."""
        assert self.process is not None
        parent, *others = family(self.process.pid)
        masters = {pid for pid in others if _parent_of(pid) == parent}
        for pid in others:
            if pid not in masters:
                _kill(pid)
        self.back.append(self.until_it_answers())

    def kill_everything(self) -> None:
        """kill -9 of parent, web server, its processes and the worker at once; then a new start."""
        assert self.process is not None
        while left := session_of(self.process.pid):  # again: one that was just being forked is not listed yet
            for pid in left:
                _kill(pid)
            self.process.poll()
        self.process.wait()
        began = time.monotonic()
        self.start()
        self.back.append(time.monotonic() - began)

    def end(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=40)


def _parent_of(pid: int) -> int:
    with contextlib.suppress(OSError, IndexError):
        return int((Path("/proc") / str(pid) / "stat").read_text().rsplit(")", 1)[1].split()[1])
    return 0


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


class Writer(threading.Thread):
    """Writes notes, now and then an intake; sends again, with the same key, until it is told that it is done.

    Every fifth time it hangs up without waiting for the answer, like a phone that loses its line.
    """

    def __init__(self, number: int, port: int, session: str, told: Written, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.number, self.port, self.told, self.stop = number, port, told, stop
        self.cookie = f"simpul_session={session}; csrftoken={CSRF}"
        self.chance = random.Random(number)

    def run(self) -> None:
        count = 0
        while not self.stop.is_set():
            count += 1
            words = f"{'Kasus' if count % 6 == 0 else 'Catatan'} {self.number}-{count}"
            self.told.sent.add(words)
            self._insist(words)

    def _insist(self, words: str) -> None:
        path, answers = ("/kasus/baru/", {**INTAKE, "presenting_words": words})
        if words.startswith("Catatan"):
            path, answers = "/profil/refleksi/", {"words": words}
        body = urlencode({**answers, "idempotency_key": str(uuid.uuid4()), "csrfmiddlewaretoken": CSRF})
        hang_up = self.chance.random() < 0.2
        until = time.monotonic() + 400
        while time.monotonic() < until:
            status, place = self._send(path, body, hang_up=hang_up)
            hang_up = False
            if status == 302 and "masuk" not in place:
                self.told.acknowledged.add(words)
                return
            if status and status != 503:
                self.told.strange.append(f"{status} {path} {place}")
                return
            self.told.resent += 1
            time.sleep(0.1)
        self.told.strange.append(f"never taken: {words}")

    def _send(self, path: str, body: str, *, hang_up: bool) -> tuple[int, str]:
        one = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        try:
            one.request("POST", path, body, headers)
            if hang_up:
                return 0, ""
            answer = one.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            return 0, ""
        finally:
            one.close()
        self.told.statuses[answer.status] += 1
        if answer.status == 503 and not answer.headers.get("Retry-After"):
            self.told.strange.append(f"503 without Retry-After at {path}")
        return answer.status, answer.headers.get("Location", "")


@contextmanager
def writers_at(site: Site, sessions: list[str]) -> Iterator[Written]:
    """Six people write meanwhile; at the end each finishes what it has begun."""
    told, stop = Written(), threading.Event()
    crowd = [Writer(n, site.port, one, told, stop) for n, one in enumerate(sessions)]
    for one in crowd:
        one.start()
    try:
        yield told
    finally:
        stop.set()
        for one in crowd:
            one.join(420)
    assert not any(one.is_alive() for one in crowd), "a writer hangs"


def people_of(installation: Installation) -> list[str]:
    found: list[str] = json.loads(installation.django(PEOPLE % (WRITERS, MAILS)))
    return found


def judge(installation: Installation, told: Written) -> tuple[list[str], dict[str, Any]]:
    """What is wrong, and the figures."""
    stock = json.loads(installation.django(STOCK))
    held = Counter([*stock["notes"], *stock["cases"]])
    lost = sorted(told.acknowledged - held.keys())
    doubled = sorted(words for words, number in held.items() if number > 1)
    cases = len(stock["cases"])
    wrong = [f"lost: {one}" for one in lost] + [f"doubled: {one}" for one in doubled] + told.strange
    wrong += [f"never sent: {words}" for words in held.keys() - told.sent]
    if len(stock["notes"]) != stock["note_lines"] or cases != stock["case_lines"]:
        wrong.append(f"records and lines differ: {len(stock['notes'])} notes, {stock['note_lines']} lines, "
                     f"{cases} cases, {stock['case_lines']} lines")  # fmt: skip
    if not stock["sound"]:
        wrong.append("the chain is broken")
    # In the records each mail is done once; at the post office a second copy carries the same identifier.
    if stock["jobs"] != {"notices.mail done": MAILS} or not (
        stock["mailed"] == stock["mail_lines"] == len(set(stock["mails"])) == MAILS
    ):
        wrong.append(f"jobs {stock['jobs']}, mailed {stock['mailed']}, lines {stock['mail_lines']}, "
                     f"mails {len(stock['mails'])}")  # fmt: skip
    figures = {
        "acknowledged": len(told.acknowledged), "resent": told.resent, "lost": len(lost),
        "doubled": len(doubled), "statuses": dict(told.statuses), "jobs": stock["jobs"],
        "mails": len(stock["mails"]),
    }  # fmt: skip
    return wrong, figures
