"""The answers of one evaluation, seen by formulas: what is relevant, what it is worth, how often it repeats.

As in ODK, an irrelevant answer keeps its text in the draft but reads as empty and is in no nodeset; a
reference inside a repeat means the same instance; a reference from outside means all instances.
Every value is computed once, on demand, and kept.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date, datetime

from simpul.instruments.errors import ExpressionFault, FormFault
from simpul.instruments.rules import limits
from simpul.instruments.rules.model import Choice, DefinitionPath, Kind, Node, Question, Repeat
from simpul.instruments.rules.places import definition_of, read_at
from simpul.instruments.rules.values import typed, written
from simpul.instruments.rules.words import Words
from simpul.instruments.rules.xpath import (
    Expression,
    InstancePath,
    Nodeset,
    Path,
    Scalar,
    boolean,
    evaluate,
    number,
    string,
)
from simpul.kernel.text import N_, Text

OUTPUT = re.compile(r"\$\{\s*([^\s{}]+)\s*\}")
_DEEPEST_CHAIN = 40


class AnswerWorld:
    """One form with one set of answers on one day."""

    def __init__(
        self,
        by_path: Mapping[DefinitionPath, Node],
        named: Mapping[str, tuple[Node, ...]],
        answers: object,
        day: date,
        moment: datetime,
    ) -> None:
        self.by_path = by_path
        self.by_name = named
        self.answers = answers
        self._day = day
        self._moment = moment
        self._texts: dict[InstancePath, str] = {}
        self._relevant: dict[InstancePath, bool] = {}
        self._counts: dict[InstancePath, int] = {}
        self._open: set[InstancePath] = set()
        self._choice: Choice | None = None

    # what formulas ask (the World of rules.xpath)

    @property
    def day(self) -> date:
        return self._day

    @property
    def moment(self) -> datetime:
        return self._moment

    def named(self, name: str, at: InstancePath) -> Nodeset:
        return self._nodeset(self.places(self.by_name[name][0].path, at))

    def walked(self, path: Path, at: InstancePath) -> Nodeset:
        if (
            self._choice is not None
            and not path.absolute
            and len(path.steps) == 1
            and path.steps[0] not in {".", ".."}
        ):
            return Nodeset(((),), (self._choice.columns.get(path.steps[0], ""),))
        if path.steps == (".",) and not path.absolute:
            return Nodeset((at,), (self.own(at),))
        place = [] if path.absolute else list(definition_of(at))
        for step in path.steps[1:] if path.absolute else path.steps:
            if step == "..":
                place.pop()
            elif step != ".":
                place.append(step)
        return self._nodeset(self.places(tuple(place), at))

    def indexed(self, name: str, positions: tuple[tuple[str, int], ...], at: InstancePath) -> Nodeset:
        chosen = {self.by_name[repeat][0].path: index - 1 for repeat, index in positions}
        return self._nodeset(self.places(self.by_name[name][0].path, at, chosen))

    def position(self, at: InstancePath) -> int:
        return at[-1] + 1 if at and isinstance(at[-1], int) else 1

    def own(self, at: InstancePath) -> Scalar:
        """The answer itself; for a value that is being computed, the one stored before."""
        node = self.by_path.get(definition_of(at))
        if not isinstance(node, Question):
            return ""
        return typed(node, self.given(at) if at in self._open else self.text(at))

    def choice_label(self, value: str, name: str) -> str:
        for node in self.by_name.get(name, ()):
            if isinstance(node, Question):
                for choice in node.choices:
                    if choice.name == value:
                        return choice.label.say("id")
        return ""

    # places

    def places(
        self, target: DefinitionPath, at: InstancePath, chosen: Mapping[DefinitionPath, int] | None = None
    ) -> list[InstancePath]:
        """All instances of an element that a reference from ``at`` means."""
        found: list[InstancePath] = [()]
        for depth, name in enumerate(target, start=1):
            repeated = isinstance(self.by_path.get(target[:depth]), Repeat)
            following: list[InstancePath] = []
            for place in found:
                here = (*place, name)
                if not repeated:
                    following.append(here)
                    continue
                index = (chosen or {}).get(target[:depth])
                if index is None and depth < len(target) and at[: len(here)] == here and len(at) > len(here):
                    index = int(at[len(here)])
                count = self.count(here)
                span = range(count) if index is None else [index] if 0 <= index < count else []
                following.extend((*here, number) for number in span)
            found = following
            if len(found) > limits.MOST_INSTANCES:
                raise ExpressionFault(
                    Text(N_("There are too many repeated answers to compute. Remove some."))
                )
        return found

    def _nodeset(self, places: list[InstancePath]) -> Nodeset:
        relevant = [place for place in places if self.relevant(place)]
        return Nodeset(tuple(relevant), tuple(self._value(place) for place in relevant))

    def _value(self, place: InstancePath) -> Scalar:
        node = self.by_path.get(definition_of(place))
        return typed(node, self.text(place)) if isinstance(node, Question) else ""

    # facts about places

    def given(self, place: InstancePath) -> str:
        """What was typed or stored at a place, relevant or not."""
        node = self.by_path.get(definition_of(place))
        found = read_at(self.answers, place)
        if not isinstance(node, Question) or isinstance(found, Mapping):
            return ""
        return written(found, node.kind)

    def count(self, place: InstancePath) -> int:
        """How many instances a repeat has at a place, at most ``MOST_REPEATS``."""
        if place not in self._counts:
            node = self.by_path[definition_of(place)]
            if isinstance(node, Repeat) and node.count is not None:
                asked = number(self.compute(node, node.count, place))
                count = int(asked) if math.isfinite(asked) else 0
            else:
                found = read_at(self.answers, place)
                count = len(found) if isinstance(found, list | tuple) else 0
            self._counts[place] = max(0, min(count, limits.MOST_REPEATS))
        return self._counts[place]

    def relevant(self, place: InstancePath) -> bool:
        """Whether a place takes part: its own condition and those of everything around it."""
        if not place:
            return True
        if place not in self._relevant:
            if isinstance(place[-1], int):
                self._relevant[place] = self.relevant(place[:-1])
            else:
                node = self.by_path[definition_of(place)]
                self._relevant[place] = self.relevant(place[:-1]) and (
                    node.relevant is None or boolean(self.compute(node, node.relevant, place))
                )
        return self._relevant[place]

    def text(self, place: InstancePath) -> str:
        """The answer at a place as text: computed, or given; empty when irrelevant."""
        if place in self._texts:
            return self._texts[place]
        node = self.by_path.get(definition_of(place))
        if not isinstance(node, Question) or not self.relevant(place):
            return ""
        self._texts[place] = (
            self._calculated(node, node.calculate, place) if node.calculate else self.given(place)
        )
        return self._texts[place]

    def _calculated(self, node: Question, tree: Expression, place: InstancePath) -> str:
        self._open.add(place)
        try:
            value = self.compute(node, tree, place)
        finally:
            self._open.discard(place)
        text = string(float(value) if isinstance(value, bool) else value)  # ODK stores truth as 1 and 0
        if text == "NaN":
            return ""
        if node.kind is Kind.INTEGER and math.isfinite(number(text)):
            text = str(int(number(text)))
        return text[: limits.LONGEST_TEXT]

    def compute(self, node: Node, tree: Expression, place: InstancePath) -> Scalar:
        """A formula's single value at a place; what goes wrong names the row."""
        if len(self._open) > _DEEPEST_CHAIN:
            raise FormFault(
                Text(N_("The formulas wait for one another in too long a chain. Shorten the chain.")),
                row=node.row,
                name=node.name,
            )
        try:
            value = evaluate(tree, place, self)
        except ExpressionFault as fault:
            raise FormFault(fault.text, row=node.row, name=node.name) from fault
        return value.single() if isinstance(value, Nodeset) else value

    def offered(self, node: Question, place: InstancePath) -> tuple[Choice, ...]:
        """The choices that the choice filter leaves."""
        if node.choice_filter is None:
            return node.choices
        kept: list[Choice] = []
        for choice in node.choices:
            self._choice = choice
            try:
                if boolean(self.compute(node, node.choice_filter, place)):
                    kept.append(choice)
            finally:
                self._choice = None
        return tuple(kept)

    def filled(self, words: Words, at: InstancePath, language: str) -> str:
        """A label with the answers it mentions (``${name}``)."""

        def answer(match: re.Match[str]) -> str:
            name = match.group(1)
            return string(self.named(name, at)) if name in self.by_name else ""

        return OUTPUT.sub(answer, words.say(language))
