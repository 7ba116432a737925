"""The aid for respectful words: finds words that hurt and suggests others. It never blocks.

Whole words only, with the affixes that Indonesian hangs on them (``pasung``: dipasung, memasung,
pemasungan); what stands in quotation marks is somebody's own speech and is left alone; words with innocent
uses are only asked about, and not at all where they are denied or stand in a phrase known to be harmless.
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
    spare: str = ""
    unless: str = ""
    note: str = ""


@dataclass(frozen=True)
class Suggestion:
    """Where a word stands in the text, and what could be written instead."""

    start: int
    end: int
    found: str
    row: Wording


# The last two: a quotation that is not closed yet, because it is still being typed.
_QUOTES = re.compile(
    r"“[^”\n]*”|„[^“”\n]*[“”]|‘(?:[^’\n]|(?<=\w)’(?=\w))*’|«[^»\n]*»|\"[^\"\n]*\""
    r"|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w))*'(?!\w)|[“„«][^\n]*|(?<!\w)['\"‘](?=\w)[^\n]*"
)
_BEFORE = r"(?:(?:meng|meny|mem|men|me|peng|pem|pen|pe|di|ter|ber|ke|se))?"
_AFTER = r"(?:(?:kan|an|i)?(?:nya|ku|mu|lah|kah|pun)?)"
# A first sound that melts into the prefix: pasung, memasung; kurung, mengurung; tuli, menulikan.
_MELTING = {"k": "(?:meng|peng)", "p": "(?:mem|pem)", "s": "(?:meny|peny)", "t": "(?:men|pen)"}
_VOWELS = frozenset("aeiou")
_NO = {
    "id": r"(?:tidak|tak|tdk|nggak|enggak|ndak|gak|bukan|belum|jangan|tanpa)",
    "en": r"(?:not|no|never|without|\w+n't)",
}
_DENIED = {code: re.compile(rf"(?<![\w-]){words}\s+$", re.IGNORECASE) for code, words in _NO.items()}
_DENIAL = "tidak"
_GAP = r"\s+"
_LINE_END = re.compile(r"\n")
# Titles are the same in both languages, or nearly; a name must follow, or stand before the degree.
_PROFESSIONAL = re.compile(
    r"\b(?:[Dd]rg?\.?|[Dd]okter|[Pp]sikiater|[Pp]sikolog|[Dd]octor|[Pp]sychiatrist|[Pp]sychologist)"
    r"(?:\s+(?:[Dd]rg?\.?|[Kk]linis))*\s+[A-Z]\w+|[A-Z]\w+,\s*(?:Sp\.|M\.?\s?Psi)"
)
_DATE = re.compile(
    r"\b\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b"
    r"|\b\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4}\b|\b[A-Z][a-z]{2,8}\s+\d{1,2},\s*\d{4}\b"
)


@lru_cache(maxsize=4096)
def _pattern(avoid: str, language: str) -> re.Pattern[str]:
    words = avoid.split()
    told = [re.escape(word) for word in words]
    if language != "id":
        return re.compile(rf"(?<![\w-]){_GAP.join(told)}(?:s|es)?(?![\w-])", re.IGNORECASE)
    first = words[0].casefold()
    if first == _DENIAL:
        told[0] = _NO["id"]
    else:
        told[0] = _BEFORE + told[0]
        if first[0] in _MELTING and len(first) > 3 and first[1] in _VOWELS:
            told[0] = f"(?:{told[0]}|{_MELTING[first[0]]}{re.escape(words[0][1:])})"
    return re.compile(rf"(?<![\w-]){_GAP.join(told)}{_AFTER}(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _harmless(spare: str) -> re.Pattern[str] | None:
    """The phrases of a row in which its word hurts nobody."""
    phrases = [_GAP.join(map(re.escape, one.split())) for one in spare.split(";") if one.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?:nya)?(?!\w)", re.IGNORECASE) if phrases else None


def _unquoted(text: str) -> str:
    """The text with quoted speech blanked out, every other character in its place."""
    return _QUOTES.sub(lambda match: " " * len(match.group()), text)


def _is_meant_well(text: str, hit: re.Match[str], row: Wording) -> bool:
    """Whether the word stands where it does not hurt."""
    start, end = hit.span()
    spared = _harmless(row.spare)
    near = max(0, start - 60)
    around = text[near : end + 60]
    if spared and any(
        one.start() + near < end and start < one.end() + near for one in spared.finditer(around)
    ):
        return True
    if row.prefer.split(";")[0] == hit.group():
        return True  # "Tuli" with a capital is the name that the community chose
    if row.innocent and _DENIED[row.language].search(text[max(0, start - 20) : start]):
        return True
    return row.unless == "professional" and _has_source(text, start, end)


def _has_source(text: str, start: int, end: int) -> bool:
    """Whether the paragraph names a professional and a day near the word."""
    begin = text.rfind("\n", 0, start) + 1
    stop = _LINE_END.search(text, end)
    around = text[max(begin, start - 200) : min(stop.start() if stop else len(text), end + 200)]
    return bool(_PROFESSIONAL.search(around) and _DATE.search(around))


def _hits(text: str, table: Iterable[Wording]) -> Iterator[Suggestion]:
    for row in table:
        for match in _pattern(row.avoid, row.language).finditer(text):
            if not _is_meant_well(text, match, row):
                yield Suggestion(match.start(), match.end(), match.group(), row)


def suggestions(text: str, table: Iterable[Wording]) -> tuple[Suggestion, ...]:
    """What could be said with more respect, in the order of the text; longer finds win over shorter.

    >>> rows = [Wording("cacat", "penyandang disabilitas"), Wording("penyandang cacat", "disabilitas")]
    >>> [hit.found for hit in suggestions("Ayahnya penyandang cacat. Kata ibu: 'anak cacat'", rows)]
    ['penyandang cacat']
    >>> suggestions("Ia mencatat dengan rapi", rows)
    ()
    >>> [hit.found for hit in suggestions("Ia dipasung; keluarga memasungnya", [Wording("pasung", "-")])]
    ['dipasung', 'memasungnya']
    >>> suggestions("Ia tidak menolak", [Wording("menolak", "memilih lain", innocent=True)])
    ()
    """
    found: list[Suggestion] = []
    for hit in sorted(_hits(_unquoted(text), table), key=lambda one: (one.start, -one.end)):
        if not found or hit.start >= found[-1].end:
            found.append(hit)
    return tuple(found)
