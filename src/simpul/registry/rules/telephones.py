"""Telephone numbers, kept in one international way of writing."""

from __future__ import annotations

import re

from simpul.kernel.text import N_, Text


class UnreadableTelephone(ValueError):
    """The text is no telephone number; ``text`` says what to write instead."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


def normal_telephone(text: str) -> str:
    """The number with its country, digits only after the plus.

    >>> {normal_telephone(text) for text in ("0812-3456-7890", "62 812 3456 7890", "81234567890")}
    {'+6281234567890'}
    >>> normal_telephone("+62 (0)812 3456 7890"), normal_telephone("(021) 765-4321")
    ('+6281234567890', '+62217654321')
    >>> normal_telephone("0062 811 123456")
    '+62811123456'
    >>> normal_telephone("+60 12-345 6789")
    '+60123456789'
    >>> def fault(text):
    ...     try: normal_telephone(text)
    ...     except UnreadableTelephone as unreadable: print(unreadable)
    >>> fault("seratus")
    Write the telephone number in digits, as 0812-3456-7890.
    >>> fault("0812")
    The telephone number has too few or too many digits.
    """
    plain = re.sub(r"[\s().\-/]", "", text.strip().replace("(0)", ""))
    if not re.fullmatch(r"\+?[0-9]+", plain):
        raise UnreadableTelephone(Text(N_("Write the telephone number in digits, as 0812-3456-7890.")))
    if plain.startswith("00"):
        plain = "+" + plain[2:]
    if plain.startswith("+"):
        number = plain
    elif plain.startswith("0"):
        number = "+62" + plain[1:]
    elif plain.startswith("62") and len(plain) >= 10:
        number = "+" + plain
    else:
        number = "+62" + plain
    if number.startswith("+620"):
        number = "+62" + number[4:]
    if not 9 <= len(number) - 1 <= 15:
        raise UnreadableTelephone(Text(N_("The telephone number has too few or too many digits.")))
    return number


def masked_telephone(number: str) -> str:
    """What may stand in a list.

    >>> masked_telephone("+6281234567890")
    '+62812•••••890'
    """
    return number[:6] + "•" * max(0, len(number) - 9) + number[-3:] if len(number) > 9 else "•" * len(number)
