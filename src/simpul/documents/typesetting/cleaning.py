"""Makes any text printable without changing what it says; endless words get places to break."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

LONGEST_TEXT = 200_000
CUT = " […]"  # said where a text was too long to print
_ENDLESS = re.compile(r"\S{48}")
_GONE = frozenset({"Cc", "Cs", "Co", "Cn"})
_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
MISSING = "□"


def printable(text: str) -> str:
    """Lines and tabs stay; signs that no font shows and signs that turn text around are left out."""
    if len(text) > LONGEST_TEXT:
        text = text[:LONGEST_TEXT] + CUT
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    kept = [
        sign
        for sign in text
        if sign == "\n" or (sign not in _STEERING and unicodedata.category(sign) not in _GONE)
    ]
    return _ENDLESS.sub(lambda found: found[0] + "\u200b", unicodedata.normalize("NFC", "".join(kept)))


def without(text: str, signs: frozenset[str]) -> str:
    """The text with a box in place of signs that the fonts do not have."""
    return "".join(MISSING if sign in signs else sign for sign in text)


def every_text(value: Any, change: Any) -> Any:
    """The same data with each text changed; keys and drawings stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {
            key: each if key in {"svg", "logo"} else every_text(each, change) for key, each in value.items()
        }
    if isinstance(value, list):
        return [every_text(each, change) for each in value]
    return value
