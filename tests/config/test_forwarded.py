"""Behind our own web server the site knows who asks; nobody else can pretend to be somebody."""

from __future__ import annotations

from typing import Any

import pytest

from simpul.config.environment import networks
from simpul.config.forwarded import WhoAsks
from simpul.config.speaking import CannotGoOn


def seen(peer: str, said: str | None, trusted: tuple[str, ...] = ("127.0.0.1", "10.0.0.0/24")) -> str:
    """The address that the site is given."""
    addresses: list[str] = []

    def site(environ: dict[str, Any], _start: Any) -> list[bytes]:
        addresses.append(environ["REMOTE_ADDR"])
        return []

    environ = {"REMOTE_ADDR": peer} | ({} if said is None else {"HTTP_X_FORWARDED_FOR": said})
    WhoAsks(site, trusted)(environ, lambda *_: None)
    return addresses[0]


@pytest.mark.parametrize(
    ("peer", "said", "who"),
    [
        ("127.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "6.6.6.6, 203.0.113.7", "203.0.113.7"),  # the beginning was written by whoever asks
        ("127.0.0.1", "203.0.113.7, 10.0.0.9", "203.0.113.7"),  # two web servers of ours
        ("127.0.0.1", "2001:db8::7", "2001:db8::7"),
        ("127.0.0.1", None, "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "203.0.113.7, <script>", "127.0.0.1"),
        ("198.51.100.1", "203.0.113.7", "198.51.100.1"),  # not ours: believed in nothing
        ("", "203.0.113.7", ""),
    ],
)
def test_only_our_own_web_server_says_who_asks(peer: str, said: str | None, who: str) -> None:
    assert seen(peer, said) == who


def test_planted_trust_in_everybody_would_be_seen() -> None:
    assert seen("198.51.100.1", "203.0.113.7", ("198.51.100.0/24",)) == "203.0.113.7"


def test_what_is_no_address_is_refused_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMPUL_PROXIES", "10.0.0.1, nginx.local")
    with pytest.raises(CannotGoOn, match=r"SIMPUL_PROXIES=.*is not a list of addresses"):
        networks("SIMPUL_PROXIES")
