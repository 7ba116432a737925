"""The letter of termination: why the service ends, what was reached, how to come back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from simpul.documents.choices import Kind
from simpul.documents.kinds.paper import Paper, listing, section
from simpul.documents.rules import blocks as b
from simpul.kernel.text import N_, Text


@dataclass(frozen=True, kw_only=True)
class TerminationLetter(Paper):
    """``reason``: goals met, moved, referred, refused, lost, died; said in plain words."""

    kind: ClassVar[Kind] = Kind.TERMINATION_LETTER

    service_from: date
    service_until: date
    reason: str
    summary: str = ""
    outcomes: tuple[tuple[str, str], ...] = ()
    remaining_needs: tuple[str, ...] = ()
    after_care: tuple[tuple[date, str], ...] = ()
    client_view: str = ""
    re_entry: str = ""
    complaint_path: str = ""

    def body(self) -> Iterator[b.Block]:
        yield b.Paragraph(
            Text(
                N_(
                    "With this letter we confirm that the accompaniment in case %(case)s ends. "
                    "Thank you for the way that you have gone together with us."
                ),
                {"case": self.subject.case_reference},
            )
        )
        yield b.Fields(
            (
                (Text(N_("Client")), self.subject.shown),
                (Text(N_("Starting")), b.Day(self.service_from)),
                (Text(N_("Until")), b.Day(self.service_until)),
                (Text(N_("Reason")), self.reason),
            )
        )
        yield from section(Text(N_("What we did together")), self.summary)
        if self.outcomes:
            yield b.Heading(Text(N_("What was reached")))
            yield b.Table((Text(N_("Goal")), Text(N_("Outcome"))), self.outcomes, (1, 1))
        yield from listing(Text(N_("What is still needed")), self.remaining_needs)
        if self.after_care:
            yield b.Heading(Text(N_("After-care")))
            rows = tuple((b.Day(day), what) for day, what in self.after_care)
            yield b.Table((Text(N_("Date")), Text(N_("What happens"))), rows, (1, 3))
        if self.client_view:
            yield b.Heading(Text(N_("What the client thinks")))
            yield b.Quote(self.client_view, Text(N_("in the client's words")))
        yield b.Heading(Text(N_("The door stays open")))
        yield b.Paragraph(
            self.re_entry
            or Text(N_("You may come back at any time, without giving a reason. Nobody is turned away."))
        )
        yield from section(Text(N_("If you are not content")), self.complaint_path)
        yield b.Signatures(self.signatures())
