"""Indonesian words as people type them: stems, and the nearest known word for a mistyped one."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SHORTEST_TYPO = 5
_TWO_ERRORS_FROM = 8

# Where the general stemmer cuts into the words of this field.
STEMS = {
    "keluarga": "keluarga", "berkeluarga": "keluarga", "disabilitas": "disabilitas", "telantar": "telantar",
    "terlantar": "telantar", "penelantaran": "telantar", "ditelantarkan": "telantar",
    "menelantarkan": "telantar", "kekerasan": "keras", "pengasuhan": "asuh", "mengasuh": "asuh",
    "diasuh": "asuh", "pengasuh": "asuh", "makan": "makan", "makanan": "makan", "beras": "beras",
    "kesehatan": "sehat", "sekolah": "sekolah", "bersekolah": "sekolah", "kebanjiran": "banjir",
    "kematian": "kematian", "meninggal": "meninggal", "akte": "akta", "aktanya": "akta", "lansia": "lansia",
    "jalan": "jalan", "jalanan": "jalan", "berjalan": "jalan", "kerja": "kerja", "bekerja": "kerja",
    "pekerjaan": "kerja", "pekerja": "pekerja", "dikerjakan": "kerja", "bpjs": "bpjs", "kis": "bpjs",
    "penjara": "penjara", "dipenjara": "penjara", "pelindungan": "lindung", "perlindungan": "lindung",
    "bantuan": "bantu", "bansos": "bantu", "anaknya": "anak", "ibunya": "ibu", "suaminya": "suami",
    "istrinya": "istri", "isteri": "istri", "hamil": "hamil", "kehamilan": "hamil", "punya": "punya",
    "tidak": "tidak", "gak": "tidak", "nggak": "tidak", "ga": "tidak", "tak": "tidak", "ngga": "tidak",
    "enggak": "tidak", "belum": "tidak", "tanpa": "tidak", "blm": "tidak", "tdk": "tidak",
}  # fmt: skip

# Words that say nothing about a difficulty. "Not" is one that does.
SILENT = frozenset(
    (
        "a", "ada", "adalah", "agar", "akan", "aku", "an", "and", "atau", "bapak", "bisa", "bu", "butuh",
        "cari", "dan", "dapat", "dari", "dengan", "di", "dia", "for", "i", "ia", "in", "ini", "is",
        "itu", "juga", "kak", "kami", "karena", "ke", "kita", "lagi", "mas", "mau", "mbak", "mereka",
        "minta", "my", "nya", "of", "oleh", "pada", "pak", "para", "perlu", "saja", "sang", "saya",
        "sebuah", "sedang", "seorang", "si", "sudah", "supaya", "tahun", "the", "to", "tolong", "umur",
        "untuk", "usia", "with", "yang",
    )
)  # fmt: skip


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one word in small letters.

    >>> stem("penelantaran"), stem("keluarga"), stem("dipukuli")
    ('telantar', 'keluarga', 'pukul')
    """
    if known := STEMS.get(word):
        return known
    if len(word) < 5:
        return word
    found = str(_stemmer().stemWord(word))
    return STEMS.get(found, found) if len(found) > 2 else word


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("indonesian")


def words_of(text: str) -> list[str]:
    """The words of a text in small letters without accents; doubled words count once.

    >>> words_of("Anak-anak TIDAK sekolah, é?")
    ['anak', 'tidak', 'sekolah', 'e']
    """
    plain = unicodedata.normalize("NFKD", text[:2000]).encode("ascii", "ignore").decode().lower()
    found: list[str] = []
    for word in _WORD.findall(plain):
        first, dash, second = word.partition("-")
        found += [first] if dash and first == second else word.split("-")
    return found


def stems_of(text: str) -> list[str]:
    """The stems that carry meaning, in their order.

    >>> stems_of("Anak saya putus sekolah, belum punya akte")
    ['anak', 'putus', 'sekolah', 'tidak', 'punya', 'akta']
    """
    return [stem(word) for word in words_of(text) if word not in SILENT]


class Vocabulary:
    """All words that some service or term uses, to find the one that a mistyped word means.

    Words are compared as they are typed, not by their stems: the stem of a sound word that nobody uses here
    often lies close to something else.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        words = {word for text in texts for word in words_of(text)}
        self.stems = frozenset(stem(word) for word in words)
        self._by_gap: dict[str, list[str]] = defaultdict(list)
        for word in sorted(words):
            for gap in _gaps(word) if len(word) >= _SHORTEST_TYPO else ():
                self._by_gap[gap].append(word)

    def meant(self, word: str) -> str:
        """The known word within one error (two in long words) of this one; the word itself when none is.

        >>> Vocabulary(["Sekolah di rumah"]).meant("sekloah")
        'sekolah'
        """
        if stem(word) in self.stems or len(word) < _SHORTEST_TYPO or word.isdigit():
            return word
        near = {one for gap in _gaps(word) for one in self._by_gap.get(gap, ())}
        most = 2 if len(word) >= _TWO_ERRORS_FROM else 1
        ranked = sorted((distance(word, one), one[0] != word[0], one) for one in near)
        return ranked[0][2] if ranked and ranked[0][0] <= most else word


def _gaps(word: str) -> set[str]:
    """The word with up to one letter (long words: two) left out."""
    once = {word[:i] + word[i + 1 :] for i in range(len(word))}
    if len(word) < _TWO_ERRORS_FROM:
        return {word, *once}
    return {word, *once, *(one[:i] + one[i + 1 :] for one in once for i in range(len(one)))}


def distance(first: str, second: str) -> int:
    """Letters put in, left out, changed or swapped with their neighbour (optimal string alignment).

    >>> distance("sekloah", "sekolah"), distance("rumah", "ramah")
    (1, 1)
    """
    before, row = list(range(len(second) + 1)), list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(second, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                best = min(best, last[j - 2] + 1)
            row.append(best)
    return row[-1]
