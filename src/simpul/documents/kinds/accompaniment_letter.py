"""The letter of accompaniment: a social worker comes along, to where, on which day, in which part."""

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
class AccompanimentLetter(Paper):
    """``tasks``: what the worker may do there beside the client, one a line."""

    kind: ClassVar[Kind] = Kind.ACCOMPANIMENT_LETTER

    accompanied_on: date
    purpose: str
    place: str = ""
    tasks: tuple[str, ...] = ()

    def body(self) -> Iterator[b.Block]:
        yield b.Paragraph(Text(N_("Our social worker accompanies the client named here:")))
        yield b.Fields(
            (
                (Text(N_("Client")), self.subject.shown),
                (self.worker.post, self.worker.name),
                (Text(N_("Number")), self.worker.credential),
                (Text(N_("Day")), b.Day(self.accompanied_on, weekday=True)),
                (Text(N_("Place")), self.place),
                (Text(N_("Comes for")), self.purpose),
            )
        )
        yield from listing(Text(N_("What the social worker does there")), self.tasks)
        yield b.Remark(
            Text(N_("The client decides who is present. Please speak with the client, not about the client."))
        )
        yield b.Signatures(self.signatures())
