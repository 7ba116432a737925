"""What every kind of document has: whom it concerns, how secret it is, who signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from simpul.documents.choices import Kind, Nature
from simpul.documents.rules.blocks import Block, Heading, Paragraph, Points, Signature, Words
from simpul.documents.rules.masking import initials
from simpul.documents.rules.sheet import Envelope, Plain, Say, make_sheet
from simpul.kernel.text import Text


@dataclass(frozen=True, kw_only=True)
class Subject:
    """The person a paper concerns. ``protected``: children and violence, initials and case number only.

    ``also_veiled`` are further names (parents, siblings, call names) that would give the person away.
    """

    name: str
    case_reference: str
    protected: bool = False
    also_veiled: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        return initials(self.name) if self.protected else self.name

    @property
    def veiled(self) -> tuple[str, ...]:
        return (self.name, *self.also_veiled) if self.protected else ()


@dataclass(frozen=True, kw_only=True)
class Signer:
    """Who signs for the office; ``credential`` is the NIP or STR number line."""

    name: str
    post: str
    credential: str = ""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A document before an office puts its number and date on it."""

    kind: ClassVar[Kind]
    subject: Subject
    worker: Signer
    head: Signer | None = None
    nature: Nature = Nature.RESTRICTED
    recipient: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    enclosures: int = 0

    def body(self) -> Iterator[Block]:
        """The document, block by block."""
        raise NotImplementedError

    def signatures(self) -> tuple[Signature, ...]:
        """The head of the office, where there is one, and the social worker."""
        parties = (self.head, self.worker) if self.head else (self.worker,)
        return tuple(Signature(one.post, one.name, one.credential) for one in parties)

    def sheet(self, envelope: Envelope, say: Say) -> Plain:
        """The paper with the office's envelope around it, every word decided."""
        return make_sheet(
            kind=self.kind,
            nature=self.nature,
            envelope=envelope,
            say=say,
            body=self.body(),
            veiled=self.subject.veiled,
            subject_line=self.subject.shown,
            case_reference=self.subject.case_reference,
            recipient=self.recipient,
            copies_to=self.copies_to,
            enclosures=self.enclosures,
        )


def section(title: Text, text: Words) -> Iterator[Block]:
    """A heading with a text under it; nothing at all when the text is empty."""
    if text:
        yield Heading(title)
        yield Paragraph(text)


def listing(title: Text, items: tuple[str, ...], *, numbered: bool = False) -> Iterator[Block]:
    """A heading with points under it; nothing at all when there are none."""
    if items:
        yield Heading(title)
        yield Points(items, numbered=numbered)
