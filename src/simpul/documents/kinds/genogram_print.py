"""The genogram on paper: the drawing, and the same in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from simpul.documents.choices import Kind
from simpul.documents.kinds.paper import Paper
from simpul.documents.rules import blocks as b
from simpul.kernel.text import N_, Text


@dataclass(frozen=True, kw_only=True)
class GenogramPrint(Paper):
    """``svg`` by ``draw_genogram(..., ink="print", legend="right")``; ``words`` by ``describe_genogram``."""

    kind: ClassVar[Kind] = Kind.GENOGRAM

    svg: str
    words: tuple[Text, ...]

    def body(self) -> Iterator[b.Block]:
        yield b.Drawing(self.svg, Text(N_("Genogram; the same is told in words on the next page.")))
        yield b.Heading(Text(N_("In words")))
        yield b.Points(self.words)
