"""Minutes of a case conference: who was there and promised silence, what was decided, who disagreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from simpul.documents.choices import Kind
from simpul.documents.kinds.paper import Paper, Signer, listing, section
from simpul.documents.rules import blocks as b
from simpul.kernel.text import N_, Text

BLANK = " "  # room for the pen, not a dash


@dataclass(frozen=True, kw_only=True)
class Attendee:
    """``pledged``: has promised in writing or aloud to keep the matter confidential."""

    name: str
    capacity: str
    pledged: bool
    present: bool = True


@dataclass(frozen=True, kw_only=True)
class Decision:
    what: str
    owner: str
    due: date | None = None


@dataclass(frozen=True, kw_only=True)
class ConferenceMinutes(Paper):
    kind: ClassVar[Kind] = Kind.CONFERENCE_MINUTES

    held_on: date
    held_at: str = ""
    place: str = ""
    chair: Signer
    attendees: tuple[Attendee, ...]
    facts: str = ""
    client_view: str = ""
    risk: str = ""
    options: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    dissent: str = ""

    def body(self) -> Iterator[b.Block]:
        yield b.Fields(
            (
                (Text(N_("Client")), self.subject.shown),
                (Text(N_("Case number")), self.subject.case_reference),
                (Text(N_("Day and date")), b.Day(self.held_on, weekday=True)),
                (Text(N_("Time of day")), self.held_at),
                (Text(N_("Place")), self.place),
                (Text(N_("Chair")), self.chair.name),
            )
        )
        yield b.Heading(Text(N_("Attendance and pledge of confidentiality")))
        yield b.Paragraph(
            Text(
                N_(
                    "Everybody named here has promised to tell nobody outside this meeting what is said "
                    "in it, unless the client agrees or the law demands it."
                )
            )
        )
        yes, no = Text(N_("Yes")), Text(N_("No"))
        rows: tuple[tuple[b.Words, ...], ...] = tuple(
            (
                str(count),
                one.name,
                one.capacity,
                yes if one.present else no,
                yes if one.pledged else no,
                BLANK,
            )
            for count, one in enumerate(self.attendees, start=1)
        )
        heads: tuple[b.Words, ...] = (
            Text(N_("No.")),
            Text(N_("Name")),
            Text(N_("Capacity")),
            Text(N_("Attended")),
            Text(N_("Pledge")),
            Text(N_("Signature")),
        )
        yield b.Table(heads, rows, (1, 4, 4, 2, 2, 4))
        yield from section(Text(N_("Facts")), self.facts)
        if self.client_view:
            yield b.Heading(Text(N_("The client's view")))
            yield b.Quote(self.client_view, Text(N_("in the client's words")))
        yield from section(Text(N_("Risk and safety")), self.risk)
        yield from listing(Text(N_("Options that were weighed")), self.options)
        yield b.Heading(Text(N_("Decisions")))
        decided = tuple((one.what, one.owner, b.Day(one.due) if one.due else "") for one in self.decisions)
        heads = (Text(N_("Decision")), Text(N_("Responsible")), Text(N_("Until")))
        yield b.Table(heads, decided, (7, 4, 3), Text(N_("Nothing was decided.")))
        yield from section(Text(N_("Different opinions")), self.dissent)
        yield b.Signatures(
            (
                b.Signature(Text(N_("Chair")), self.chair.name, self.chair.credential),
                b.Signature(Text(N_("Minutes taken by")), self.worker.name, self.worker.credential),
            )
        )
