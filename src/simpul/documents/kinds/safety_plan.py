"""A safety plan to carry along: folded twice, the outside looks like any note and names nobody.

There is no field for the name of whoever is feared, and the paper carries no letterhead, number or code:
found by the wrong person, its outside tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from simpul.documents.choices import Kind
from simpul.documents.kinds.paper import Paper, listing
from simpul.documents.rules import blocks as b
from simpul.kernel.text import N_, Text


@dataclass(frozen=True, kw_only=True)
class SafetyPlan(Paper):
    kind: ClassVar[Kind] = Kind.SAFETY_PLAN

    signs: tuple[str, ...] = ()
    what_helps: tuple[str, ...] = ()
    safe_places: tuple[str, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    to_take: tuple[str, ...] = ()
    code_word: str = ""
    children: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()

    def body(self) -> Iterator[b.Block]:
        yield from listing(Text(N_("When it begins, I notice")), self.signs)
        yield from listing(Text(N_("What helps me then")), self.what_helps)
        yield from listing(Text(N_("Where I can go")), self.safe_places)
        if self.people:
            yield b.Heading(Text(N_("Whom I can call")))
            yield b.Fields(self.people)
        if self.code_word:
            yield b.Heading(Text(N_("Our word for: please come")))
            yield b.Paragraph(self.code_word)
        yield from listing(Text(N_("For the children")), self.children)
        if self.to_take:
            yield b.Heading(Text(N_("What I take along")))
            yield b.Ticks(tuple((item, None) for item in self.to_take))
        if self.numbers:
            yield b.Heading(Text(N_("Important numbers")))
            yield b.Fields(self.numbers)
