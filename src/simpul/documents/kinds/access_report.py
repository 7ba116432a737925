"""Who has looked at my file: the client's right to know, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from simpul.documents.choices import Kind
from simpul.documents.kinds.assessment_report import office_parties
from simpul.documents.kinds.paper import Paper
from simpul.documents.rules import blocks as b
from simpul.kernel.text import N_, Text


@dataclass(frozen=True, kw_only=True)
class Look:
    """One opening of the file; ``emergency`` marks access without an assignment (break-glass)."""

    at: datetime
    who: b.Words
    what: b.Words
    reason: str = ""
    emergency: bool = False


@dataclass(frozen=True, kw_only=True)
class AccessReport(Paper):
    kind: ClassVar[Kind] = Kind.ACCESS_REPORT

    since: datetime
    until: datetime
    looks: tuple[Look, ...]
    contact: str = ""

    def body(self) -> Iterator[b.Block]:
        yield b.Paragraph(
            Text(
                N_(
                    "You have the right to know who has opened your file, when, and why. This list is made "
                    "from the log that nobody can change without it being noticed."
                )
            )
        )
        yield b.Fields(
            (
                (Text(N_("Client")), self.subject.shown),
                (Text(N_("Starting")), b.Moment(self.since)),
                (Text(N_("Until")), b.Moment(self.until)),
                (Text(N_("Times opened")), str(len(self.looks))),
                (Text(N_("Emergency access")), str(sum(look.emergency for look in self.looks))),
            )
        )
        heads = (Text(N_("When")), Text(N_("Who")), Text(N_("What")), Text(N_("Why")))
        rows = tuple(
            (
                b.Moment(look.at),
                look.who,
                look.what,
                Text(N_("Emergency access: %(reason)s"), {"reason": look.reason})
                if look.emergency
                else look.reason,
            )
            for look in self.looks
        )
        yield b.Heading(Text(N_("The list")))
        yield b.Table(heads, rows, (4, 4, 5, 5), Text(N_("Nobody has opened your file in this time.")))
        yield b.Heading(Text(N_("If something in it seems wrong to you")))
        yield b.Paragraph(
            self.contact or Text(N_("Ask your social worker, or complain at the office named at the top."))
        )
        yield b.Signatures(office_parties(self))
