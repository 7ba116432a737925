"""The intervention plan (RIK): goals in the client's words, who does what until when, what if not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from simpul.documents.choices import Kind
from simpul.documents.kinds.paper import Paper, section
from simpul.documents.rules import blocks as b
from simpul.kernel.text import N_, Text


@dataclass(frozen=True, kw_only=True)
class PlannedAction:
    what: str
    owner: str
    due: date | None = None
    resource: str = ""


@dataclass(frozen=True, kw_only=True)
class PlannedGoal:
    """A goal with how it is measured; ``words`` are the client's own."""

    words: str
    priority: str = ""
    indicator: str = ""
    baseline: str = ""
    target: str = ""
    actions: tuple[PlannedAction, ...] = ()
    fallback: str = ""


@dataclass(frozen=True, kw_only=True)
class InterventionPlan(Paper):
    """``agreement`` says whether the client agrees, partly agrees or refuses, and why."""

    kind: ClassVar[Kind] = Kind.INTERVENTION_PLAN

    version: int = 1
    goals: tuple[PlannedGoal, ...]
    family_share: str = ""
    review_on: date | None = None
    agreement: str = ""
    guardian: str = ""

    def body(self) -> Iterator[b.Block]:
        yield b.Fields(
            (
                (Text(N_("Client")), self.subject.shown),
                (Text(N_("Case number")), self.subject.case_reference),
                (Text(N_("Version")), str(self.version)),
                (Text(N_("Next review")), b.Day(self.review_on) if self.review_on else ""),
            )
        )
        for count, goal in enumerate(self.goals, start=1):
            yield from _goal(goal, count)
        yield from section(Text(N_("The family's share")), self.family_share)
        yield from section(Text(N_("Agreement of the client")), self.agreement)
        who = Text(N_("Guardian")) if self.guardian else Text(N_("Client"))
        parties = [
            b.Signature(who, self.guardian or self.subject.shown, thumbprint=True),
            b.Signature(self.worker.post, self.worker.name, self.worker.credential),
        ]
        if self.head:
            parties.append(b.Signature(self.head.post, self.head.name, self.head.credential))
        yield b.Signatures(tuple(parties))


def _goal(goal: PlannedGoal, count: int) -> Iterator[b.Block]:
    yield b.Heading(Text(N_("Goal %(number)s"), {"number": count}))
    yield b.Quote(goal.words, Text(N_("in the client's words")))
    yield b.Fields(
        (
            (Text(N_("Priority")), goal.priority),
            (Text(N_("Indicator")), goal.indicator),
            (Text(N_("Starting point")), goal.baseline),
            (Text(N_("Target")), goal.target),
            (Text(N_("If it does not work")), goal.fallback),
        )
    )
    heads = (Text(N_("What is done")), Text(N_("By whom")), Text(N_("With what")), Text(N_("Until")))
    rows = tuple(
        (action.what, action.owner, action.resource, b.Day(action.due) if action.due else "")
        for action in goal.actions
    )
    yield b.Table(heads, rows, (6, 3, 3, 3), Text(N_("No action agreed yet.")))
