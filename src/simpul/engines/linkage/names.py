"""The shadow of an Indonesian name: what is left for comparing. The stored name is never touched."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from simpul.engines.linkage.frequency import weight
from simpul.engines.linkage.sounds import plain_ending, sounds
from simpul.engines.linkage.titles import BACK, DOTTED_PATRONYMS, FRONT, GONE, PATRONYMS, is_back_title

_MUHAMMAD_WORDS = """
md moh moch mohd muh mhd much muchd mohamad mohammad mohamed mohammed muhamad muhammad muhammed
muchamad muchammad mochamad mochammad mukhamad mukhammad muhamat mohamat muhd mochd
"""
_MUHAMMAD = frozenset(_MUHAMMAD_WORDS.split())
_SAME = {
    "noor": "nur", "noer": "nur", "st": "siti", "sitti": "siti", "achmad": "ahmad", "akhmad": "ahmad",
    "ahmat": "ahmad", "akhmat": "ahmad", "achmat": "ahmad", "acmad": "ahmad", "ach": "ahmad", "akh": "ahmad",
    "jusuf": "yusuf", "yusup": "yusuf", "jusup": "yusuf", "yosep": "yusuf", "dw": "dwi",
    "sry": "sri", "srie": "sri",
}  # fmt: skip
_ABDUL = frozenset({"abd", "abdl", "abdoel", "abdul", "abdu"})


@dataclass(frozen=True)
class Shadow:
    """The comparable words of a name, and the father's where the name tells him."""

    tokens: tuple[str, ...]
    father: tuple[str, ...] = ()

    @property
    def joined(self) -> str:
        return "".join(self.tokens)

    @property
    def sound(self) -> str:
        """The whole name as one sound, so that spaces do not matter."""
        return "".join(sorted(self.heard)[:1])

    @cached_property
    def as_one(self) -> str:
        """The words as one for the ear: within a longer word an ending would not be heard as one.

        >>> Shadow(("riny", "wulandari")).as_one
        'riniwulandari'
        """
        return "".join(map(plain_ending, self.tokens))

    @cached_property
    def heard(self) -> frozenset[str]:
        """The ways in which the whole name may sound."""
        return sounds(self.as_one)

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """How much each of its words tells."""
        return tuple(map(weight, self.tokens))


@lru_cache(maxsize=16384)
def shadow_of(name: str) -> Shadow:
    """Take off titles and the father's name, write each word one way.

    Titles before and behind:

    >>> shadow_of("Drs. H. Slamet Riyadi, M.Si").tokens
    ('slamet', 'riyadi')
    >>> shadow_of("KH. Abd. Rahman").tokens, shadow_of("dr. Dewi Lestari, Sp.A").tokens
    (('abdurahman',), ('dewi', 'lestari'))
    >>> [shadow_of(name).tokens for name in ("Sulastri S.Pd", "(Alm.) Sutrisno", "Hj. St. Aminah")]
    [('sulastri',), ('sutrisno',), ('siti', 'aminah')]

    A title that is all there is stays a name:

    >>> shadow_of("Andi").tokens, shadow_of("H").tokens, shadow_of("Mas").tokens
    (('andi',), ('h',), ('mas',))

    The father's name is kept apart as weak evidence; ``Al`` without a point is a name:

    >>> shadow_of("Ahmad bin Yusuf")
    Shadow(tokens=('ahmad',), father=('yusuf',))
    >>> shadow_of("Aminah bt. Jusuf").father, shadow_of("Al Amin").tokens
    (('yusuf',), ('al', 'amin'))

    The many Muhammads, Abduls, Nurs, Sitis, Ahmads, Yusufs:

    >>> {shadow_of(f"{m} Ali").tokens for m in ("M.", "Md", "Moh.", "Moch.", "Muh.", "Mukhamad")}
    {('muhammad', 'ali')}
    >>> {shadow_of(n).tokens for n in ("Abdul Rahman", "Abd. Rahman", "Abdurrahman", "Abdulrahman")}
    {('abdurahman',)}
    >>> {shadow_of(n).joined for n in ("Noer Hayati", "Noor Hayati", "Nur Hayati", "Nurhayati")}
    {'nurhayati'}
    >>> shadow_of("Achmad Jusuf").tokens == shadow_of("Akhmad Yusup").tokens
    True
    """
    before, _, after = _plain(name).partition(",")
    pieces = [piece for piece in before.split() if piece]
    pieces += [
        piece for piece in after.replace(",", " ").split() if not is_back_title(piece) and not _front(piece)
    ]
    pieces = _without_titles(pieces)
    own, father = _split_at_patronym(pieces)
    return Shadow(_canonical(own), _canonical(father))


def _plain(name: str) -> str:
    text = unicodedata.normalize("NFKD", name).casefold()
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9.,/\s]", "", re.sub(r"[-_()\[\]\"]", " ", text))


def _bare(piece: str) -> str:
    if piece.islower() and piece.isalnum() and piece.isascii():
        return piece
    return re.sub(r"[^a-z0-9]", "", piece)


def _front(piece: str) -> bool:
    return _bare(piece) in FRONT


def _without_titles(pieces: list[str]) -> list[str]:
    """Titles fall as long as something is left; a piece like ``h.ahmad`` is cut at its points first."""
    loose: list[str] = []
    for piece in pieces:
        whole = _bare(piece) in FRONT | GONE or is_back_title(piece) or piece in DOTTED_PATRONYMS
        parts = [piece] if whole or piece.count(".") == piece.endswith(".") else [
            part + "." if len(part) < 4 else part for part in piece.split(".") if part
        ]  # fmt: skip
        loose += parts
    kept = [piece for piece in loose if _bare(piece) and _bare(piece) not in GONE] or loose
    while len(kept) > 1 and _front(kept[0]):
        kept = kept[1:]
    while len(kept) > 1 and "." in kept[-1] and (_bare(kept[-1]) in BACK or is_back_title(kept[-1])):
        kept = kept[:-1]
    return [piece for piece in kept if _bare(piece)]


def _split_at_patronym(pieces: list[str]) -> tuple[list[str], list[str]]:
    for place, piece in enumerate(pieces):
        if place and (piece in DOTTED_PATRONYMS or _bare(piece) in PATRONYMS):
            return pieces[:place], pieces[place + 1 :]
    return pieces, []


def _canonical(pieces: list[str]) -> tuple[str, ...]:
    words: list[str] = []
    abdul = False
    for place, piece in enumerate(pieces):
        word = _bare(piece)
        more = place + 1 < len(pieces)
        if word in _MUHAMMAD or (word == "m" and place == 0 and more):
            word = "muhammad"
        elif word in _ABDUL and more:
            abdul = True
            continue
        else:
            word = _SAME.get(word, word)
        if abdul:
            word, abdul = f"abdul{word}", False
        words.append(_assimilated(word))
    return tuple(words)


def _assimilated(word: str) -> str:
    """``abdulrahman`` is spoken and written ``abdurrahman``."""
    match = re.fullmatch(r"abdul?([rsntdz])\1?(\w{2,})", word)
    return f"abdu{match[1]}{match[2]}" if match else word
