"""Two versions of one text side by side, words that differ marked; for a lost race and for corrections."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

Piece = tuple[str, bool]


@dataclass(frozen=True)
class TextDiff:
    """``theirs`` is what is stored now, ``mine`` what the reader typed."""

    label: str
    theirs: str
    mine: str
    theirs_label: str = ""
    mine_label: str = ""

    @property
    def pieces(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """Both texts as (words, differs) pieces."""
        old, new = (re.findall(r"\s+|[^\s]+", text) for text in (self.theirs, self.mine))
        left: list[Piece] = []
        right: list[Piece] = []
        for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if b > a:
                left.append(("".join(old[a:b]), kind != "equal"))
            if d > c:
                right.append(("".join(new[c:d]), kind != "equal"))
        return tuple(left), tuple(right)

    @property
    def left(self) -> tuple[Piece, ...]:
        return self.pieces[0]

    @property
    def right(self) -> tuple[Piece, ...]:
        return self.pieces[1]
