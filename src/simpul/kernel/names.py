"""The words of a name as Indonesians write it: titles before it, degrees behind a comma."""

from __future__ import annotations

import re

TITLES = frozenset(
    {"h", "hj", "haji", "hajjah", "kh", "dr", "drs", "dra", "ir", "prof", "rd", "tn", "ny", "nn", "sdr"}
    | {"sdri", "bpk", "bapak", "pak", "ibu", "bu", "alm", "almh", "an", "bin", "binti"}
)


def name_words(name: str) -> list[str]:
    """The words of a name without titles; those of a name that is nothing else.

    >>> name_words("Hj. Wahyuni Nugroho, S.Pd."), name_words("Ibu")
    (['Wahyuni', 'Nugroho'], ['Ibu'])
    """
    words = [word for word in re.split(r"[\s.]+", name.split(",", maxsplit=1)[0]) if word]
    return [word for word in words if word.casefold() not in TITLES] or words
