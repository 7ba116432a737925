"""Record of hand-over: a case, its papers and its open promises pass from one hand to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from simpul.documents.choices import Kind
from simpul.documents.kinds.paper import Paper, Signer, section
from simpul.documents.rules import blocks as b
from simpul.kernel.text import N_, Text


@dataclass(frozen=True, kw_only=True)
class HandedItem:
    what: str
    quantity: str = "1"
    condition: str = ""


@dataclass(frozen=True, kw_only=True)
class HandOver(Paper):
    """``worker`` gives, ``receiver`` takes; open tasks go over with a date, so that none is orphaned."""

    kind: ClassVar[Kind] = Kind.HAND_OVER

    handed_on: date
    place: str = ""
    receiver: Signer
    reason: str
    items: tuple[HandedItem, ...] = ()
    open_tasks: tuple[tuple[str, date | None], ...] = ()
    risks: str = ""
    client_informed: str = ""
    witnesses: tuple[str, ...] = ()

    def body(self) -> Iterator[b.Block]:
        yield b.Paragraph(
            Text(N_("On the day below, the first party handed over to the second party what is listed here."))
        )
        yield b.Fields(
            (
                (Text(N_("Day and date")), b.Day(self.handed_on, weekday=True)),
                (Text(N_("Place")), self.place),
                (Text(N_("First party")), f"{self.worker.name}, {self.worker.post}"),
                (Text(N_("Second party")), f"{self.receiver.name}, {self.receiver.post}"),
                (Text(N_("Client")), self.subject.shown),
                (Text(N_("Case number")), self.subject.case_reference),
                (Text(N_("Reason")), self.reason),
                (Text(N_("Client informed")), self.client_informed),
            )
        )
        yield b.Heading(Text(N_("What was handed over")))
        heads = (Text(N_("No.")), Text(N_("What")), Text(N_("Quantity")), Text(N_("Condition")))
        rows = tuple(
            (str(count), item.what, item.quantity, item.condition)
            for count, item in enumerate(self.items, start=1)
        )
        yield b.Table(heads, rows, (1, 7, 2, 4))
        if self.open_tasks:
            yield b.Heading(Text(N_("Promises that go over")))
            tasks = tuple((what, b.Day(due) if due else "") for what, due in self.open_tasks)
            yield b.Table((Text(N_("What")), Text(N_("Until"))), tasks, (3, 1))
        yield from section(Text(N_("Risk and safety")), self.risks)
        parties = [
            b.Signature(Text(N_("First party, who gives")), self.worker.name, self.worker.credential),
            b.Signature(Text(N_("Second party, who takes")), self.receiver.name, self.receiver.credential),
        ]
        if self.head:
            parties.append(b.Signature(self.head.post, self.head.name, self.head.credential))
        parties += [b.Signature(Text(N_("Witness")), name) for name in self.witnesses]
        yield b.Signatures(tuple(parties))
