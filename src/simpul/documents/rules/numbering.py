"""Letter numbers as offices write them, and codes by which anybody can check a paper."""

from __future__ import annotations

import re
import secrets
from datetime import date
from hashlib import sha256

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_SIGNS = 16  # 80 random bits
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def letter_number(sequence: int, code: str, unit: str, day: date) -> str:
    """Number, classification, unit, month in Roman numerals, year.

    >>> letter_number(17, "LAPSOS", "DINSOS.02", date(2026, 11, 22))
    '017/LAPSOS/DINSOS.02/XI/2026'
    """
    return f"{sequence:03d}/{code}/{unit}/{ROMAN[day.month - 1]}/{day.year}"


def new_code() -> str:
    """A code that cannot be guessed, in groups that can be read aloud."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(CODE_SIGNS))
    return "-".join(signs[start : start + 4] for start in range(0, CODE_SIGNS, 4))


def plain_code(typed: str) -> str:
    """What somebody typed, without spaces and dashes, misread letters corrected; "" when it is no code.

    >>> plain_code("k7qf 2m9d-x4tr 8wzo")
    'K7QF2M9DX4TR8WZ0'
    """
    signs = re.sub(r"[\s\-–.]", "", typed[:80]).upper().translate(_MISREAD)
    return signs if len(signs) == CODE_SIGNS and set(signs) <= set(ALPHABET) else ""


def code_digest(plain: str) -> str:
    """What is stored to find a document by its code, so that the table alone gives no code away."""
    return sha256(b"simpul document code\0" + plain.encode()).hexdigest()
