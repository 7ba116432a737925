"""The letter of introduction: the bearer comes from us, and for what; nothing else of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from simpul.documents.choices import Kind
from simpul.documents.kinds.paper import Paper, listing
from simpul.documents.rules import blocks as b
from simpul.kernel.text import N_, Text


@dataclass(frozen=True, kw_only=True)
class IntroductionLetter(Paper):
    """``purpose``: what the client comes for; ``papers``: what she brings along; valid until a day."""

    kind: ClassVar[Kind] = Kind.INTRODUCTION_LETTER

    purpose: str
    valid_until: date
    papers: tuple[str, ...] = ()
    contact: str = ""

    def body(self) -> Iterator[b.Block]:
        yield b.Paragraph(
            Text(N_("The bearer of this letter is accompanied by us. We ask you kindly to receive and help:"))
        )
        yield b.Fields(
            (
                (Text(N_("Client")), self.subject.shown),
                (Text(N_("Comes for")), self.purpose),
                (Text(N_("Valid until")), b.Day(self.valid_until)),
                (Text(N_("Questions to")), self.contact),
            )
        )
        yield from listing(Text(N_("Papers brought along")), self.papers)
        yield b.Remark(
            Text(N_("If something is missing, please write down what and why, and give this letter back."))
        )
        yield b.Signatures(self.signatures())
