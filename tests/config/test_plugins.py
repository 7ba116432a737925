"""The fences of the test suite hold."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plugins.sockets import NetworkForbidden, is_loopback

ROOT = Path(__file__).resolve().parents[2]


def test_a_test_may_not_reach_the_world() -> None:
    with pytest.raises(NetworkForbidden):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(NetworkForbidden):
        socket.getaddrinfo("example.org", 443)


def test_a_test_may_not_reach_this_machine_unless_it_says_so() -> None:
    with pytest.raises(NetworkForbidden):
        socket.create_connection(("127.0.0.1", 9), timeout=1)


@pytest.mark.loopback
def test_a_marked_test_may_reach_this_machine() -> None:
    with pytest.raises(OSError, match="refused"), socket.socket() as probe:
        probe.connect(("127.0.0.1", 9))


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("10.0.0.1", False), ("a.b", False)],
)
def test_is_loopback(host: str, own: bool) -> None:
    assert is_loopback(host) is own


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_a_skipped_test_fails_ci(tmp_path: Path, ci: str, code: int) -> None:
    (tmp_path / "conftest.py").write_text('pytest_plugins = ["tests.plugins.completeness"]\n')
    (tmp_path / "test_x.py").write_text(
        "import pytest\ndef test_ok(): pass\ndef test_x(): pytest.skip('why')\n"
    )
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:django",
        "-p",
        "no:cacheprovider",
        str(tmp_path),
    ]
    command += ["-c", str(tmp_path / "none.ini"), "--rootdir", str(tmp_path)]
    (tmp_path / "none.ini").write_text("[pytest]\n")
    environment = {**os.environ, "CI": ci, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == code, done.stdout + done.stderr
    assert ("which counts as failed" in done.stdout) is bool(ci)
