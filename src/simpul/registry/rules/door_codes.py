"""Names and codes with which a client enters: read aloud and typed on a phone without mistakes."""

from __future__ import annotations

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without I, L, O and U
NAME_SIGNS = 10
CODE_SIGNS = 16  # 80 bits
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def _drawn(signs: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(signs))


def draw_name() -> str:
    """A name to log in with that says nothing about its bearer."""
    return _drawn(NAME_SIGNS)


def draw_code() -> str:
    """A code that works once."""
    return _drawn(CODE_SIGNS)


def in_groups(text: str, size: int) -> str:
    """As it is printed: 7K2PM-4XQ9D."""
    return "-".join(text[at : at + size] for at in range(0, len(text), size))


def plain(text: str) -> str:
    """As it was meant, however it was typed: small letters, spaces, dashes, O for 0, I or L for 1."""
    signs = "".join(sign for sign in text.upper() if sign.isalnum()).translate(_MISREAD)
    return signs[:80]
