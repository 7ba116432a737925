"""Letters about children and violence name nobody: initials and the case number only."""

from __future__ import annotations

import re
from collections.abc import Iterable

from simpul.kernel.names import name_words

SHORTEST_CALL_NAME = 3
SHORT = 3  # words this short are taken for names only with a capital letter: Ayu, not ayu


def initials(name: str) -> str:
    """The first letters of a name.

    >>> initials("Dewi Anggraini")
    'D. A.'
    >>> initials("Ibu Tumirah")
    'T.'
    """
    return " ".join(f"{word[0].upper()}." for word in name_words(name)) or "–"


class Veil:
    """Replaces the names of protected persons wherever they stand in a text."""

    def __init__(self, names: Iterable[str]) -> None:
        self._signs: dict[str, str] = {}
        for name in names:
            words = name_words(name)
            if not words:
                continue
            mark = initials(name)
            self._signs[" ".join(words).casefold()] = mark
            if len(words) > 1:
                for word in words:
                    if len(word) >= SHORTEST_CALL_NAME:
                        self._signs.setdefault(word.casefold(), mark)
            else:
                self._signs.setdefault(words[0].casefold(), mark)
        longest_first = sorted(self._signs, key=len, reverse=True)
        inner = "|".join(r"\s+".join(re.escape(part) for part in sign.split()) for sign in longest_first)
        self._pattern = re.compile(rf"(?<!\w)(?:{inner})(?=nya\b|\W|$)\.?", re.IGNORECASE) if inner else None

    def cover(self, text: str) -> str:
        """The text with initials in place of the names."""
        return text if self._pattern is None else self._pattern.sub(self._mark, text)

    def _mark(self, found: re.Match[str]) -> str:
        name = found[0].rstrip(".")
        if len(name) <= SHORT and name[:1].islower():
            return found[0]
        return self._signs.get(" ".join(name.casefold().split()), initials(name))
