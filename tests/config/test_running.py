"""Demo and serve as real processes: they answer, they end cleanly, they leave nobody behind."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.config.installation import Installation

pytestmark = [pytest.mark.slow, pytest.mark.loopback]


@dataclass
class Started:
    """A running ``simpul`` with everything it wrote."""

    process: subprocess.Popen[str]
    log: Path

    def until(self, pattern: str, seconds: float = 180) -> str:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = re.search(pattern, self.log.read_text(encoding="utf-8"))
            if found:
                return found.group()
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise AssertionError(f"no {pattern!r} in:\n{self.log.read_text(encoding='utf-8')}")


def family(pid: int) -> set[int]:
    """The process and all below it."""
    found = {pid}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError):
            continue
        if parent == pid:
            found |= family(int(folder.name))
    return found


def alive(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def gone(pids: set[int], seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not any(alive(pid) for pid in pids):
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def site(tmp_path: Path) -> Installation:
    return Installation(tmp_path / "data")


@pytest.fixture
def started(site: Installation, prepared: Path) -> Iterator[Started]:
    shutil.copytree(prepared, site.folder)
    with demo(site, "--port", "0") as one:
        yield one


class demo:
    """Starts ``simpul demo --no-seed``; kills what is left at the end."""

    def __init__(self, site: Installation, *words: str) -> None:
        self.site, self.words = site, words

    def __enter__(self) -> Started:
        log = self.site.folder.parent / "log"
        # Whoever runs the tests under nohup hands down that it is ignored.
        before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
        with log.open("w") as file:
            process = subprocess.Popen(
                self.site.command("demo", "--no-seed", *self.words),
                env=self.site.environment,
                stdout=file,
                stderr=subprocess.STDOUT,
                text=True,
                start_new_session=True,
            )
        signal.signal(signal.SIGHUP, before)
        self.started = Started(process, log)
        return self.started

    def __exit__(self, *_: object) -> None:
        for pid in family(self.started.process.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.started.process.wait()


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_answers_and_ends_with_everything(started: Started, number: signal.Signals) -> None:
    address = started.until(r"http://127\.0\.0\.1:\d+/")
    assert status(address) in range(200, 500)
    pids = family(started.process.pid)
    assert len(pids) >= 3, "parent, web server, its worker"
    started.process.send_signal(number)
    assert started.process.wait(timeout=20) == 0
    assert gone(pids)
    with pytest.raises(OSError, match="refused"):
        status(address)


def test_nobody_is_left_when_the_parent_is_killed(started: Started) -> None:
    started.until(r"http://127\.0\.0\.1:\d+/")
    pids = family(started.process.pid)
    started.process.kill()
    started.process.wait()
    assert gone(pids)


def test_all_end_when_the_web_server_dies(started: Started) -> None:
    started.until(r"http://127\.0\.0\.1:\d+/")
    pids = family(started.process.pid)
    web = min(pids - {started.process.pid})
    os.kill(web, signal.SIGKILL)
    assert started.process.wait(timeout=20) != 0
    assert "ended by itself" in started.log.read_text(encoding="utf-8")
    assert gone(pids)


def test_a_taken_port_is_said_before_anything_is_made(site: Installation) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        done = site.run("demo", "--no-seed", "--port", str(other.getsockname()[1]))
    assert done.returncode == 2
    assert "cannot be used" in done.stderr
    assert "tidak dapat dipakai" in done.stderr
    assert not site.folder.exists()


@pytest.mark.parametrize(
    ("words", "variables", "sentence"),
    [
        (["demo", "--port", "many"], {}, "is no port number"),
        (["demo", "--port", "70000"], {}, "is no port number"),
        (["demo", "--regency", "35.23", "--port", "0"], {}, "--regency needs --regions"),
        (["demo", "--regions", "nowhere.csv", "--port", "0"], {}, "There is no file"),
        (["demo", "--port", "0"], {"SIMPUL_MODE": "production"}, "does not run with SIMPUL_MODE=production"),
        (["worker"], {}, "On SQLite ./simpul serve does the background work"),
        (["demo", "--data", "/proc/simpul", "--port", "0"], {}, "cannot be written"),
        (["restore"], {}, "There is no backup yet"),
    ],
)
def test_what_cannot_work_is_said_in_a_sentence(
    site: Installation, words: list[str], variables: dict[str, str], sentence: str
) -> None:
    done = site.run(*words, **variables)
    assert done.returncode == 2, done.stderr
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_serve_in_production_asks_doctor_first(site: Installation) -> None:
    done = site.run("serve", "--port", "0", SIMPUL_MODE="production", SIMPUL_SECRET_KEY="changeme")
    assert done.returncode == 1
    assert "[secret-key-weak]" in done.stdout
    assert "[database-unreachable]" in done.stdout
    assert not (site.folder / "simpul.sqlite3").exists()
    assert "Not started" in done.stderr


def test_a_default_port_that_is_taken_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    from simpul.config import ports

    monkeypatch.setattr(ports, "is_free", lambda host, port: port == 8003)
    assert ports.choose_port("8000", "127.0.0.1", insist=False) == 8003


def test_a_port_that_a_killed_server_still_holds_is_awaited() -> None:
    from simpul.config import ports

    with socket.socket() as orphan:
        orphan.bind(("127.0.0.1", 0))
        orphan.listen()
        port = orphan.getsockname()[1]
        assert not ports.comes_free("127.0.0.1", port, 0.2)
        threading.Timer(0.5, orphan.close).start()
        assert ports.choose_port(str(port), "127.0.0.1", insist=True) == port


def test_a_second_one_on_the_same_data_is_told_so(site: Installation, started: Started) -> None:
    started.until(r"http://127\.0\.0\.1:\d+/")
    done = site.run("demo", "--no-seed", "--port", "0")
    assert done.returncode == 2
    assert "Another Simpul is using the data folder" in done.stderr
    assert "sedang dipakai Simpul lain" in done.stderr


def test_a_guest_may_leave_and_goes_with_the_others() -> None:
    from simpul.config.running import Household

    house = Household()
    stays = [sys.executable, "-c", "import time; time.sleep(60)"]
    house.add("web", stays, os.environ)
    house.add("short", [sys.executable, "-c", ""], os.environ, guest=True)
    house.add("long", stays, os.environ, guest=True)
    house.children["short"].wait()
    assert house.ended() is None
    house.end()
    assert all(child.poll() is not None for child in house.children.values())
    assert house.ended() == "web"


def test_a_seeding_process_ends_when_its_parent_is_gone(site: Installation) -> None:
    reading, writing = os.pipe()
    site.folder.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "simpul.config.demo.more", "small"],
        env={**site.environment, "SIMPUL_PARENT_PIPE": str(reading)},
        pass_fds=(reading,),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    os.close(reading)
    os.close(writing)
    said, _none = process.communicate(timeout=180)
    assert process.returncode == -signal.SIGTERM, said


@pytest.mark.parametrize(
    ("words", "variables", "sentences"),
    [
        (["demo", "--prot", "1"], {}, ("Pilihan tidak dikenal: --prot 1", "Unknown option: --prot 1")),
        (["serve", "--threads", "0"], {}, ("bukan bilangan bulat mulai dari 1", "is no whole number")),
        (["erase"], {}, ("Masih kurang: ID, --ground", "Missing: ID, --ground")),
        (["doctor"], {"SIMPUL_MODE": "prod"}, ("bukan salah satu dari demo", "is not one of demo")),
        (["doctor"], {"SIMPUL_IDLE_MINUTES": "long"}, ("bukan bilangan bulat", "is not a whole number")),
        (["doctor"], {"SIMPUL_TIME_ZONE": "Mars"}, ("bukan zona waktu", "is not a time zone")),
        (["doctor"], {"SIMPUL_SECRET_KEY_FILE": "/nowhere"}, ("tidak dapat dibaca", "cannot be read")),
        (["doctor"], {"DATABASE_URL": "mysql://h/n"}, ("tidak didukung", "is not supported")),
        (["prepare"], {"DATABASE_URL": "postgresql://h:x/n"}, ("bukan alamat yang", "not an address that")),
        (["verify-audit"], {}, ("jalankan dahulu ./simpul prepare", "run ./simpul prepare first")),
        (["rotate-keys"], {}, ("jalankan dahulu ./simpul prepare", "run ./simpul prepare first")),
        (["serve", "--port", "0"], {}, ("Jalankan dahulu ./simpul prepare", "Run ./simpul prepare first")),
    ],
)
def test_wrong_options_and_settings_are_said_in_both_languages(
    site: Installation, words: list[str], variables: dict[str, str], sentences: tuple[str, str]
) -> None:
    done = site.run(*words, **variables)
    assert done.returncode == 2, done.stderr
    assert all(sentence in done.stderr for sentence in sentences), done.stderr
    assert "Traceback" not in done.stderr


def test_a_full_disk_is_a_sentence_and_a_fault_of_ours_is_none() -> None:
    from simpul.config.cli import known_trouble

    full = known_trouble(OSError(errno.ENOSPC, "No space left on device", "/srv/simpul/static"))
    assert full is not None
    assert "Periksa ruang disk" in full.indonesian
    assert "/srv/simpul/static" in full.english
    assert known_trouble(KeyError("a defect of our own")) is None
