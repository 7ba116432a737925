"""Finding a port to listen on, and saying clearly when the wanted one is taken."""

from __future__ import annotations

import socket
import time

from simpul.config.speaking import CannotGoOn, tell

# A server that was killed leaves its listening socket to a child until that notices: seconds to wait for it.
GIVING_BACK = 10.0


def is_free(host: str, port: int) -> bool:
    """Whether this address can be listened on now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def any_free(host: str) -> int:
    """A port that nobody uses."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


def comes_free(host: str, port: int, seconds: float = GIVING_BACK) -> bool:
    """Whether this address can be listened on, now or when a server that has just died lets go of it."""
    until = time.monotonic() + seconds
    while not is_free(host, port):
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True


def choose_port(wanted: str, host: str, *, insist: bool) -> int:
    """The port to use. One that was asked for is awaited a little, then refused; the default may move up."""
    if not wanted.isdigit() or int(wanted) > 65535:
        raise CannotGoOn(
            f"{wanted!r} bukan nomor port (0-65535).", f"{wanted!r} is no port number (0-65535)."
        )
    port = int(wanted)
    if port == 0:
        return any_free(host)
    if is_free(host, port):
        return port
    if insist:
        tell(
            f"Port {port} masih terpakai; menunggu sebentar.",
            f"Port {port} is still in use; waiting a moment.",
        )
        if comes_free(host, port):
            return port
    else:
        for other in range(port + 1, port + 21):
            if is_free(host, other):
                tell(f"Port {port} terpakai; memakai {other}.", f"Port {port} is taken; using {other}.")
                return other
    raise CannotGoOn(
        f"Port {port} di {host} tidak dapat dipakai, mungkin sedang terpakai. Pilih yang lain: --port 8001.",
        f"Port {port} on {host} cannot be used, perhaps another program has it. Choose another: --port 8001.",
    )
