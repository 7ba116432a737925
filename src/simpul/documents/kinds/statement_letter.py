"""The statement by the office: since when we accompany somebody, and a fact we vouch for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from simpul.documents.choices import Kind
from simpul.documents.kinds.paper import Paper
from simpul.documents.rules import blocks as b
from simpul.kernel.text import N_, Text


@dataclass(frozen=True, kw_only=True)
class StatementLetter(Paper):
    """``statement``: what the office knows itself; ``purpose``: what the paper may be used for, alone."""

    kind: ClassVar[Kind] = Kind.STATEMENT_LETTER

    since: date
    statement: str
    purpose: str

    def body(self) -> Iterator[b.Block]:
        yield b.Paragraph(Text(N_("We state, from our own knowledge:")))
        yield b.Fields(
            (
                (Text(N_("Client")), self.subject.shown),
                (Text(N_("Accompanied by us since")), b.Day(self.since)),
                (Text(N_("For use at")), self.purpose),
            )
        )
        yield b.Paragraph(self.statement)
        yield b.Remark(
            Text(N_("This statement holds for the use that is named. It says nothing about anything else."))
        )
        yield b.Signatures(self.signatures())
