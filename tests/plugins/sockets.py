"""No test talks to the world. Those that need this machine's own servers say so."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from typing import Any

import pytest

OPEN_MARKS = {"browser", "loopback"}
OPEN_FIXTURES = {"live_server", "browser_page"}


class NetworkForbidden(AssertionError):
    """A test reached for the network."""


def is_loopback(host: object) -> bool:
    """Whether an address is this machine's own."""
    if host in {"localhost", "", None, b"localhost"}:
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def _judge(family: int, address: Any, *, loopback: bool) -> None:
    if family not in {socket.AF_INET, socket.AF_INET6}:
        return
    if not (loopback and is_loopback(address[0])):
        raise NetworkForbidden(f"tests may not connect to {address!r}")


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    loopback = bool(OPEN_FIXTURES & set(request.fixturenames)) or any(
        request.node.get_closest_marker(mark) for mark in OPEN_MARKS
    )
    real = {name: getattr(socket.socket, name) for name in ("connect", "connect_ex", "sendto")}
    real_lookup = socket.getaddrinfo

    def guarded(name: str) -> Any:
        def call(self: socket.socket, *args: Any) -> Any:
            _judge(self.family, args[-1], loopback=loopback)
            return real[name](self, *args)

        return call

    def lookup(host: Any, *args: Any, **kwargs: Any) -> Any:
        if not is_loopback(host):
            raise NetworkForbidden(f"tests may not look up {host!r}")
        return real_lookup(host, *args, **kwargs)

    for name in real:
        monkeypatch.setattr(socket.socket, name, guarded(name))
    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    yield
