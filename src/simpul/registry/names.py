"""Tidying what people type into name fields; never changing what a name is."""

from __future__ import annotations

import unicodedata

from simpul.kernel.errors import FieldFault
from simpul.kernel.text import N_, Text


def tidy(text: str) -> str:
    """Without control signs and double spaces; letters stay as they were typed."""
    kept = "".join(
        letter if unicodedata.category(letter)[0] not in {"C", "Z"} else " "
        for letter in unicodedata.normalize("NFC", text)
    )
    return " ".join(kept.split())


def tidy_lines(text: str) -> str:
    """The same for longer text, whose lines stay."""
    return "\n".join(tidy(line) for line in text.splitlines()).strip()


def name_faults(full_name: str, field: str = "full_name", longest: int = 120) -> list[FieldFault]:
    """A name has at least one letter and fits; one word is a full name in Indonesia."""
    if full_name and not any(letter.isalpha() for letter in full_name):
        return [FieldFault(field, Text(N_("Write the name in letters.")))]
    if len(full_name) > longest:
        return [FieldFault(field, Text(N_("At most %(count)s letters."), {"count": longest}))]
    return []
