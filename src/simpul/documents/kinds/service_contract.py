"""The service contract: what both sides take upon themselves, for how long, and how to complain."""

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
class ServiceContract(Paper):
    """An agreement between equals; nothing in it makes help depend on obedience."""

    kind: ClassVar[Kind] = Kind.SERVICE_CONTRACT

    concern: str
    services: tuple[str, ...]
    office_duties: tuple[str, ...]
    client_share: tuple[str, ...]
    starts: date
    ends: date | None = None
    meetings: str = ""
    costs: str = ""
    complaint_path: str = ""
    guardian: str = ""

    def body(self) -> Iterator[b.Block]:
        yield b.Fields(
            (
                (Text(N_("Client")), self.subject.shown),
                (Text(N_("Case number")), self.subject.case_reference),
                (Text(N_("Social worker")), self.worker.name),
                (Text(N_("Starting")), b.Day(self.starts)),
                (Text(N_("Until")), b.Day(self.ends) if self.ends else Text(N_("the aims are reached"))),
                (Text(N_("Meetings")), self.meetings),
                (Text(N_("Costs")), self.costs or Text(N_("none; the service is free"))),
            )
        )
        if self.concern:
            yield b.Heading(Text(N_("What it is about")))
            yield b.Quote(self.concern, Text(N_("in the client's words")))
        yield from listing(Text(N_("What the service does")), self.services, numbered=True)
        yield from listing(Text(N_("What the office takes upon itself")), self.office_duties)
        yield from listing(Text(N_("What the client takes upon himself or herself")), self.client_share)
        yield b.Heading(Text(N_("What holds for both")))
        yield b.Points(
            (
                Text(N_("Both may end this agreement; the office then names other help.")),
                Text(N_("What is said stays confidential within the limits that were explained.")),
                Text(N_("Changes are talked over first and written down.")),
            )
        )
        yield from section(Text(N_("If something goes wrong")), self.complaint_path)
        who = Text(N_("Guardian")) if self.guardian else Text(N_("Client"))
        parties = [
            b.Signature(who, self.guardian or self.subject.shown, thumbprint=True),
            b.Signature(self.worker.post, self.worker.name, self.worker.credential),
        ]
        if self.head:
            parties.append(b.Signature(self.head.post, self.head.name, self.head.credential))
        yield b.Signatures(tuple(parties))
