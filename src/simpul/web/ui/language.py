"""Turns the kernel's sentences into the reader's language."""

from __future__ import annotations

from django.utils.translation import get_language, gettext

from simpul.kernel.text import Text


def say(text: Text | str) -> str:
    """The sentence in the active language, its placeholders filled; placeholders may be sentences too.

    A sentence that was already translated passes unchanged.
    """
    if not isinstance(text, Text):
        return str(text)
    sentence = gettext(text.msgid)
    if not text.params:
        return sentence
    return sentence % {
        key: say(value) if isinstance(value, Text) else value for key, value in text.params.items()
    }


def reading_language() -> str:
    """What the reader reads: ``id`` or ``en``."""
    return (get_language() or "id")[:2]
