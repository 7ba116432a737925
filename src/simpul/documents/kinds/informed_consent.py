"""Consent after explanation: what for, what is taken, who sees it, and that one may say no."""

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
class ConsentedPurpose:
    """One purpose, decided on its own (UU 27/2022 art. 22: separable)."""

    purpose: str
    data: str
    recipients: str
    until: date | None = None
    granted: bool | None = None


@dataclass(frozen=True, kw_only=True)
class InformedConsent(Paper):
    """``how``: signed, spoken before a witness, by a guardian; ``media`` are separate boxes."""

    kind: ClassVar[Kind] = Kind.INFORMED_CONSENT

    purposes: tuple[ConsentedPurpose, ...]
    benefits: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    media: tuple[tuple[str, bool | None], ...] = ()
    how: str = ""
    language_used: str = ""
    interpreter: str = ""
    guardian: str = ""
    guardian_basis: str = ""
    child_assent: str = ""
    witness: str = ""
    contact: str = ""

    def body(self) -> Iterator[b.Block]:
        yield b.Paragraph(
            Text(
                N_(
                    "I have been told, in words that I understand, what this office wants to do together "
                    "with me and what it wants to know about me. I decide on each purpose by itself."
                )
            )
        )
        yield from self._purposes()
        yield from listing(Text(N_("What I may gain")), self.benefits)
        yield from listing(Text(N_("What could be a burden")), self.risks)
        yield from self._rights()
        if self.media:
            yield b.Heading(Text(N_("Pictures and recordings")))
            yield b.Ticks(self.media)
        yield b.Heading(Text(N_("How the explanation was given")))
        yield b.Fields(
            (
                (Text(N_("Consent given")), self.how),
                (Text(N_("Language")), self.language_used),
                (Text(N_("Interpreter")), self.interpreter),
                (
                    Text(N_("Guardian and basis")),
                    ", ".join(filter(None, (self.guardian, self.guardian_basis))),
                ),
                (Text(N_("The child's own view")), self.child_assent),
                (Text(N_("Questions and withdrawal")), self.contact),
            )
        )
        yield b.Signatures(self._parties())

    def _purposes(self) -> Iterator[b.Block]:
        yield b.Heading(Text(N_("What I am asked")))
        answers = {True: Text(N_("Yes")), False: Text(N_("No")), None: Text(N_("not yet decided"))}
        rows = tuple(
            (
                item.purpose,
                item.data,
                item.recipients,
                b.Day(item.until) if item.until else Text(N_("until withdrawn")),
                answers[item.granted],
            )
            for item in self.purposes
        )
        heads = (
            Text(N_("What for")),
            Text(N_("What is noted about me")),
            Text(N_("Who sees it")),
            Text(N_("Until")),
            Text(N_("My answer")),
        )
        yield b.Table(heads, rows, (5, 5, 4, 3, 3))

    def _rights(self) -> Iterator[b.Block]:
        yield b.Heading(Text(N_("What I can rely on")))
        yield b.Points(
            (
                Text(N_("It is my free choice. If I say no, I do not lose help to which I have a right.")),
                Text(
                    N_(
                        "I may take back my yes at any time; the office stops within 3 x 24 hours "
                        "(UU 27/2022)."
                    )
                ),
                Text(N_("I may read my file, have mistakes corrected and learn who has looked at it.")),
                Text(
                    N_(
                        "What I say stays confidential. Exceptions: danger to a life, violence against a "
                        "child or another protected person, and the order of a court. I am told first, "
                        "if that is safe."
                    )
                ),
            )
        )

    def _parties(self) -> tuple[b.Signature, ...]:
        who = Text(N_("Guardian")) if self.guardian else Text(N_("Client"))
        parties = [
            b.Signature(who, self.guardian or self.subject.name, thumbprint=True),
            b.Signature(self.worker.post, self.worker.name, self.worker.credential),
        ]
        if self.witness:
            parties.append(b.Signature(Text(N_("Witness")), self.witness))
        if self.interpreter:
            parties.append(b.Signature(Text(N_("Interpreter")), self.interpreter))
        return tuple(parties)
