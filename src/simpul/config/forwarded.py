"""Who asks, when a web server of our own stands in front: otherwise all would share one address, and one
person's wrong passwords would slow down the whole office."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from ipaddress import ip_address, ip_network
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class WhoAsks:
    """Puts the address that our own web server vouches for where the site looks for it.

    ``X-Forwarded-For`` is read from its end, for anybody can write its beginning, and only from a trusted
    peer.
    """

    def __init__(self, application: Application, trusted: Sequence[str]) -> None:
        self.application = application
        self.trusted = [ip_network(one, strict=False) for one in trusted]

    def _ours(self, address: str) -> bool:
        try:
            return any(ip_address(address) in network for network in self.trusted)
        except ValueError:
            return False

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if self._ours(environ.get("REMOTE_ADDR", "")):
            said = [one.strip() for one in environ.get("HTTP_X_FORWARDED_FOR", "").split(",")]
            asking = next((one for one in reversed(said) if not self._ours(one)), "")
            with suppress(ValueError):  # nobody is named, or not by an address
                environ["REMOTE_ADDR"] = str(ip_address(asking))
        return self.application(environ, start_response)
