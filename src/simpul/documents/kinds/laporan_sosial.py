"""Laporan sosial: the social worker's report on a child victim or witness, for the law's use.

Asked for and delivered within 3 x 24 hours (PP 65/2015); never names the child (UU 11/2012 art. 19), and
tells no graphic detail. Bapas writes the litmas about a child in conflict with the law; this is not it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from simpul.documents.choices import Kind, Nature
from simpul.documents.kinds.assessment_report import office_parties
from simpul.documents.kinds.paper import Paper, listing, section
from simpul.documents.rules import blocks as b
from simpul.documents.rules.masking import initials
from simpul.kernel.text import N_, Text


@dataclass(frozen=True, kw_only=True)
class LaporanSosial(Paper):
    kind: ClassVar[Kind] = Kind.LAPORAN_SOSIAL
    nature: Nature = Nature.SECRET

    request_number: str
    request_date: date
    request_from: str
    child_status: str
    child_sex: str = ""
    child_birth: str = ""
    child_school: str = ""
    guardians: tuple[tuple[str, str], ...] = ()
    case_summary: str
    birth_history: str = ""
    school_history: str = ""
    health_history: str = ""
    behaviour_history: str = ""
    family: str = ""
    economy: str = ""
    housing: str = ""
    community_response: str = ""
    impact: str = ""
    needs: tuple[str, ...] = ()
    best_interest: str
    child_wishes: str = ""
    risk: str = ""
    conclusion: str
    recommendations: tuple[str, ...]
    annexes: tuple[str, ...] = ()

    def body(self) -> Iterator[b.Block]:
        yield b.Remark(
            Text(N_("Secret. The identity of the child must not be published (UU 11/2012 art. 19)."))
        )
        yield b.Heading(Text(N_("Basis")))
        yield b.Fields(
            (
                (Text(N_("Request number")), self.request_number),
                (Text(N_("Date of the request")), b.Day(self.request_date)),
                (Text(N_("Asked by")), self.request_from),
                (Text(N_("Status of the child")), self.child_status),
                (Text(N_("Written by")), f"{self.worker.name}, {self.worker.credential}".rstrip(", ")),
            )
        )
        yield b.Heading(Text(N_("Identity")))
        yield b.Fields(
            (
                (Text(N_("Child")), self._shown(self.subject.name)),
                (Text(N_("Case number")), self.subject.case_reference),
                (Text(N_("Sex")), self.child_sex),
                (Text(N_("Birth")), self.child_birth),
                (Text(N_("School")), self.child_school),
                *((relation, self._shown(name)) for relation, name in self.guardians),
            )
        )
        yield from section(Text(N_("Summary of the matter")), self.case_summary)
        yield from self._history()
        yield from section(Text(N_("Impact on the child")), self.impact)
        yield from listing(Text(N_("Needs")), self.needs)
        if self.child_wishes:
            yield b.Heading(Text(N_("What the child wishes")))
            yield b.Quote(self.child_wishes, Text(N_("in the child's words")))
        yield from section(Text(N_("Risk and safety")), self.risk)
        yield from section(Text(N_("Best interest of the child")), self.best_interest)
        yield from section(Text(N_("Conclusion")), self.conclusion)
        yield from listing(Text(N_("Recommendations")), self.recommendations, numbered=True)
        yield from listing(Text(N_("Annexes")), self.annexes, numbered=True)
        yield b.Signatures(office_parties(self))

    def _shown(self, name: str) -> str:
        return initials(name) if self.subject.protected else name

    def _history(self) -> Iterator[b.Block]:
        rows: tuple[tuple[b.Words, b.Words], ...] = (
            (Text(N_("Pregnancy and birth")), self.birth_history),
            (Text(N_("School")), self.school_history),
            (Text(N_("Health")), self.health_history),
            (Text(N_("Behaviour")), self.behaviour_history),
        )
        yield b.Heading(Text(N_("History of the child")))
        yield b.Fields(rows)
        yield b.Heading(Text(N_("Family and surroundings")))
        yield b.Fields(
            (
                (Text(N_("Family")), self.family),
                (Text(N_("Livelihood")), self.economy),
                (Text(N_("Housing")), self.housing),
                (Text(N_("Response of the community")), self.community_response),
            )
        )
