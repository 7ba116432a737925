"""The progress report: what was done, how far the goals are, what the client thinks of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from simpul.documents.choices import Kind
from simpul.documents.kinds.assessment_report import office_parties
from simpul.documents.kinds.paper import Paper, listing, section
from simpul.documents.rules import blocks as b
from simpul.kernel.text import N_, Text


@dataclass(frozen=True, kw_only=True)
class GoalProgress:
    """A goal and its score on the attainment scale, from -2 to +2."""

    goal: str
    before: int | None
    now: int | None
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class ProgressReport(Paper):
    kind: ClassVar[Kind] = Kind.PROGRESS_REPORT

    period_from: date
    period_until: date
    contacts: tuple[tuple[date, str, str], ...] = ()
    activities: tuple[str, ...] = ()
    goals: tuple[GoalProgress, ...] = ()
    changes: str = ""
    obstacles: str = ""
    risk: str = ""
    next_steps: tuple[str, ...] = ()
    client_view: str = ""

    def body(self) -> Iterator[b.Block]:
        yield b.Fields(
            (
                (Text(N_("Client")), self.subject.shown),
                (Text(N_("Case number")), self.subject.case_reference),
                (Text(N_("Starting")), b.Day(self.period_from)),
                (Text(N_("Until")), b.Day(self.period_until)),
            )
        )
        if self.goals:
            yield b.Heading(Text(N_("Goals")))
            heads: tuple[b.Words, ...] = (
                Text(N_("Goal")),
                Text(N_("Score before")),
                Text(N_("Score now")),
                Text(N_("Remark")),
            )
            rows = tuple((g.goal, _score(g.before), _score(g.now), g.remark) for g in self.goals)
            yield b.Table(heads, rows, (6, 2, 2, 5))
            yield b.Paragraph(
                Text(
                    N_(
                        "Scale: -2 much less than agreed, -1 less, 0 as agreed, +1 more, "
                        "+2 much more than agreed."
                    )
                )
            )
        if self.contacts:
            yield b.Heading(Text(N_("Contacts")))
            heads = (Text(N_("Date")), Text(N_("How and where")), Text(N_("What about")))
            yield b.Table(
                heads, tuple((b.Day(day), how, what) for day, how, what in self.contacts), (3, 4, 8)
            )
        yield from listing(Text(N_("What was done")), self.activities)
        yield from section(Text(N_("What has changed")), self.changes)
        yield from section(Text(N_("What stood in the way")), self.obstacles)
        yield from section(Text(N_("Risk and safety")), self.risk)
        yield from listing(Text(N_("Next steps")), self.next_steps, numbered=True)
        if self.client_view:
            yield b.Heading(Text(N_("What the client thinks")))
            yield b.Quote(self.client_view, Text(N_("in the client's words")))
        yield b.Signatures(office_parties(self))


def _score(score: int | None) -> str:
    return "–" if score is None else f"{score:+d}" if score else "0"
