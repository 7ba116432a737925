"""The aid for respectful words: finds words that hurt and suggests others. It never blocks.

Whole words only, with the affixes that Indonesian hangs on them; what stands in quotation marks is
somebody's own speech and is left alone; words with innocent uses are only asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Wording:
    """One row of the reference table."""

    avoid: str
    prefer: str
    language: str = "id"
    innocent: bool = False


@dataclass(frozen=True)
class Suggestion:
    """Where a word stands in the text, and what could be written instead."""

    start: int
    end: int
    found: str
    prefer: str
    language: str
    innocent: bool


_QUOTES = re.compile(
    r"“[^”]*”|‘[^’]*’|«[^»]*»|\"[^\"\n]*\"|(?<![\w])'[^'\n]*'(?![\w])",
)
_BEFORE = r"(?:(?:meng|meny|mem|men|me|peng|pem|pen|pe|di|ter|ber|ke|se))?"
_AFTER = r"(?:(?:kan|an|i)?(?:nya|ku|mu|lah|kah|pun)?)"


@lru_cache(maxsize=4096)
def _pattern(avoid: str, language: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in avoid.split())
    if language == "id":
        return re.compile(rf"(?<![\w-]){_BEFORE}{words}{_AFTER}(?![\w-])", re.IGNORECASE)
    return re.compile(rf"(?<![\w-]){words}(?:s|es)?(?![\w-])", re.IGNORECASE)


def _unquoted(text: str) -> str:
    """The text with quoted speech blanked out, every other character in its place."""
    return _QUOTES.sub(lambda match: " " * len(match.group()), text)


def _hits(text: str, table: Iterable[Wording]) -> Iterator[Suggestion]:
    for row in table:
        for match in _pattern(row.avoid, row.language).finditer(text):
            yield Suggestion(
                match.start(), match.end(), match.group(), row.prefer, row.language, row.innocent
            )


def suggestions(text: str, table: Iterable[Wording]) -> tuple[Suggestion, ...]:
    """What could be said with more respect, in the order of the text; longer finds win over shorter.

    >>> rows = [Wording("cacat", "penyandang disabilitas"), Wording("penyandang cacat", "disabilitas")]
    >>> [hit.found for hit in suggestions("Ayahnya penyandang cacat. Kata ibu: 'anak cacat'", rows)]
    ['penyandang cacat']
    >>> suggestions("Ia mencatat dengan rapi", rows)
    ()
    """
    found: list[Suggestion] = []
    for hit in sorted(_hits(_unquoted(text), table), key=lambda one: (one.start, -one.end)):
        if not found or hit.start >= found[-1].end:
            found.append(hit)
    return tuple(found)
