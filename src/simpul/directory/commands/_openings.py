"""Opening hours as they are typed, or what is wrong with which line."""

from __future__ import annotations

from simpul.directory.rules.hours import HoursUnclear, Opening, read_openings
from simpul.kernel.errors import FieldFault
from simpul.kernel.text import N_, Text


def openings_or_fault(field: str, text: str) -> tuple[tuple[Opening, ...], FieldFault | None]:
    """The opening hours, or what is wrong with which line."""
    try:
        return read_openings(text), None
    except HoursUnclear as unclear:
        words = N_("The line “%(line)s” is not clear. Write as MO-FR 08:00-14:00, one line for each.")
        return (), FieldFault(field, Text(words, {"line": unclear.line.strip()[:60]}))
