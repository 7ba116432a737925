"""Runs the web server and background work under one parent, and ends them together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from simpul.config.speaking import tell

PIPE = "SIMPUL_PARENT_PIPE"
GRACE_SECONDS = 15


def end_with_parent() -> None:
    """Watch the pipe that the parent holds open; when it closes, end this process as if asked to."""
    number = os.environ.get(PIPE)
    if not number:
        return

    def watch() -> None:
        try:
            os.read(int(number), 1)
        except OSError:
            return
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, name="parent-watch", daemon=True).start()


@dataclass
class Household:
    """The processes of one installation. When one ends, the others are ended too; guests may leave."""

    children: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    guests: set[str] = field(default_factory=set)
    _pipe: tuple[int, int] = field(default_factory=os.pipe)

    def add(
        self, name: str, command: Sequence[str], environment: Mapping[str, str], *, guest: bool = False
    ) -> None:
        """Start one process in a group of its own, so that Ctrl-C reaches it only through us."""
        if guest:
            self.guests.add(name)
        reading, _writing = self._pipe
        self.children[name] = subprocess.Popen(  # noqa: S603
            command,
            env={**environment, PIPE: str(reading)},
            pass_fds=(reading,),
            start_new_session=True,
        )

    def ended(self) -> str | None:
        """The name of a process that should be there and is not."""
        gone = [name for name, child in self.children.items() if child.poll() is not None]
        return next((name for name in gone if name not in self.guests), None)

    def end(self) -> None:
        """Ask all to leave, wait, then insist."""
        for child in self.children.values():
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + GRACE_SECONDS
        for child in self.children.values():
            try:
                child.wait(timeout=max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()


def _asked_to_leave(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _heed() -> list[int]:
    """Leave on Ctrl-C, on being told to, and when the terminal closes; not on the last under nohup."""
    heeded = [signal.SIGTERM, signal.SIGINT]
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        heeded.append(signal.SIGHUP)
    for number in heeded:
        signal.signal(number, _asked_to_leave)
    return [*heeded]


def answers(address: str) -> bool:
    """Whether the site gives any answer, even an error page."""
    try:
        urllib.request.urlopen(address, timeout=2).close()  # noqa: S310
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def run_together(
    commands: Mapping[str, Sequence[str]], *, address: str, ready: Callable[[Household], None]
) -> int:
    """Start all, call ``ready`` once the site answers, and stay until asked to leave or one of them ends."""
    heeded = _heed()
    household = Household()
    code, greeted = 0, False
    try:
        for name, command in commands.items():
            household.add(name, command, os.environ)
        while True:
            ended = household.ended()
            if ended:
                code = household.children[ended].returncode or 1
                tell(f"{ended} berhenti sendiri (kode {code}).", f"{ended} ended by itself (code {code}).")
                break
            if not greeted and answers(address):
                greeted = True
                ready(household)
            time.sleep(0.5 if greeted else 0.2)
    except KeyboardInterrupt:
        with suppress(OSError):  # the terminal may be gone
            tell("Menutup...", "Closing...")
    finally:
        for number in heeded:
            signal.signal(number, signal.SIG_IGN)
        household.end()
    return code


def web_command() -> list[str]:
    """The web server; ``--no-control-socket`` because gunicorn would open one in the home folder."""
    command = [sys.executable, "-P", "-m", "gunicorn", "--no-control-socket"]
    return [*command, "--config", "python:simpul.config.webserver"]


def worker_command() -> list[str]:
    """Background work in a process of its own."""
    return [sys.executable, "-P", "-m", "simpul.config.cli", "worker", "--quiet"]
