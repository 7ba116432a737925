"""The assessment report: words, observation and interpretation kept apart, strengths first among equals."""

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
class AssessedDomain:
    """One domain of life; ``not_assessed`` says why nothing is known."""

    name: str
    client_words: str = ""
    observation: str = ""
    interpretation: str = ""
    not_assessed: str = ""


@dataclass(frozen=True, kw_only=True)
class AssessmentReport(Paper):
    kind: ClassVar[Kind] = Kind.ASSESSMENT_REPORT

    assessed_from: date
    assessed_until: date
    methods: tuple[str, ...] = ()
    presenting_words: str = ""
    domains: tuple[AssessedDomain, ...] = ()
    scores: tuple[tuple[str, str, str], ...] = ()
    strengths: tuple[str, ...]
    needs: tuple[str, ...] = ()
    risk_level: str = ""
    risk_grounds: str = ""
    synthesis: str = ""
    recommendations: tuple[str, ...] = ()
    client_view: str = ""

    def body(self) -> Iterator[b.Block]:
        yield b.Fields(
            (
                (Text(N_("Client")), self.subject.shown),
                (Text(N_("Case number")), self.subject.case_reference),
                (Text(N_("First meeting")), b.Day(self.assessed_from)),
                (Text(N_("Last meeting")), b.Day(self.assessed_until)),
                (Text(N_("Ways of learning")), "; ".join(self.methods)),
            )
        )
        if self.presenting_words:
            yield b.Heading(Text(N_("What brings the client here")))
            yield b.Quote(self.presenting_words, Text(N_("in the client's words")))
        yield from listing(Text(N_("Strengths and resources")), self.strengths)
        for domain in self.domains:
            yield from _domain(domain)
        if self.scores:
            yield b.Heading(Text(N_("Instruments")))
            heads = (Text(N_("Instrument")), Text(N_("Result")), Text(N_("Meaning")))
            yield b.Table(heads, self.scores, (4, 2, 6))
        yield from listing(Text(N_("Needs")), self.needs, numbered=True)
        yield b.Heading(Text(N_("Risk and safety")))
        yield b.Fields(((Text(N_("Level")), self.risk_level), (Text(N_("Grounds")), self.risk_grounds)))
        yield from section(Text(N_("Synthesis")), self.synthesis)
        yield from listing(Text(N_("Recommendations")), self.recommendations, numbered=True)
        if self.client_view:
            yield b.Heading(Text(N_("What the client thinks of this report")))
            yield b.Quote(self.client_view)
        yield b.Signatures(office_parties(self))


def _domain(domain: AssessedDomain) -> Iterator[b.Block]:
    yield b.Heading(domain.name)
    if domain.not_assessed:
        yield b.Paragraph(Text(N_("Not assessed, because: %(reason)s"), {"reason": domain.not_assessed}))
    if domain.client_words:
        yield b.Quote(domain.client_words, Text(N_("in the client's words")))
    rows: list[tuple[b.Words, b.Words]] = []
    if domain.observation:
        rows.append((Text(N_("Observed")), domain.observation))
    if domain.interpretation:
        rows.append((Text(N_("Understood as")), domain.interpretation))
    if rows:
        yield b.Fields(tuple(rows))


def office_parties(paper: Paper) -> tuple[b.Signature, ...]:
    """The worker, and the head who takes notice."""
    parties = [b.Signature(paper.worker.post, paper.worker.name, paper.worker.credential)]
    if paper.head:
        parties.insert(0, b.Signature(paper.head.post, paper.head.name, paper.head.credential))
    return tuple(parties)
