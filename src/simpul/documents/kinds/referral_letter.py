"""The letter of referral: what is asked of an agency, and a slip for its answer.

Paper cannot be called back: the kinds of data that the client lets the agency know stay behind its own
door, where every reading asks the consent anew. Here stands only what the worker chooses to print and the
client allows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from simpul.documents.choices import Kind
from simpul.documents.kinds.paper import Paper, listing
from simpul.documents.rules import blocks as b
from simpul.kernel.text import N_, Text

FOR_THE_PEN = "\u00a0\n\u00a0"  # room for handwriting, where nothing would be a dash
SLIP = (
    Text(N_("Accepted")),
    Text(N_("On the waiting list")),
    Text(N_("Declined, because")),
)


@dataclass(frozen=True, kw_only=True)
class ReferralLetter(Paper):
    """``told``: printed data by kind; ``grounds``: the consents or duties on which it goes out."""

    kind: ClassVar[Kind] = Kind.REFERRAL_LETTER

    reference: str
    service: str
    asked: str
    urgency: str
    answer_by: date | None = None
    caution: str = ""
    done_so_far: tuple[str, ...] = ()
    told: tuple[tuple[str, tuple[str, ...]], ...] = ()
    grounds: tuple[str, ...] = ()
    escort: str = ""

    def body(self) -> Iterator[b.Block]:
        yield b.Paragraph(Text(N_("We ask you kindly to receive and help:")))
        yield b.Fields(
            (
                (Text(N_("Referral")), self.reference),
                (Text(N_("Client")), self.subject.shown),
                (Text(N_("Service asked for")), self.service),
                (Text(N_("Urgency")), self.urgency),
                (Text(N_("Answer until")), b.Day(self.answer_by) if self.answer_by else ""),
                (Text(N_("Comes with")), self.escort),
            )
        )
        yield b.Heading(Text(N_("What is asked")))
        yield b.Paragraph(self.asked)
        yield from listing(Text(N_("What was done so far")), self.done_so_far)
        if self.caution:
            yield b.Heading(Text(N_("Be careful")))
            yield b.Remark(self.caution)
        for label, lines in self.told:
            yield b.Heading(label)
            yield b.Points(lines)
        yield from listing(Text(N_("On which ground")), self.grounds)
        yield b.Remark(
            Text(
                N_(
                    "What else the client lets you know can be read with the number and code that came with "
                    "this letter. It ends when the client takes the consent back."
                )
            )
        )
        yield b.Signatures(self.signatures())
        yield from self._slip()

    def _slip(self) -> Iterator[b.Block]:
        yield b.NewPage()
        yield b.Heading(Text(N_("Answer of the agency, to be sent back")))
        yield b.Ticks(tuple((words, None) for words in SLIP))
        yield b.Fields(
            (
                (Text(N_("Referral")), self.reference),
                (Text(N_("Date and time of the appointment")), FOR_THE_PEN),
                (Text(N_("Result")), FOR_THE_PEN),
                (Text(N_("Name and post of the officer")), FOR_THE_PEN),
                (Text(N_("Telephone")), FOR_THE_PEN),
            )
        )
        yield b.Signatures((b.Signature(Text(N_("Officer of the agency"))),))
