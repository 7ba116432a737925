"""Goes through a form with a set of answers, in document order, and says what holds.

| question is | answer | outcome |
|---|---|---|
| irrelevant | any | kept in the draft, dropped from the answers, never faulty |
| required | empty | fault (the form's message, else ours) |
| of a kind | does not fit the kind | fault |
| constrained | not empty, constraint false | fault; an empty answer is never checked (ODK) |
| a photo, sound or file | – | never required on the web; a sentence says to use the phone |
"""

from __future__ import annotations

import math
from typing import Any

from simpul.instruments.errors import FormFault
from simpul.instruments.rules import limits
from simpul.instruments.rules.model import DefinitionPath, Kind, Node, Question, Repeat
from simpul.instruments.rules.places import dotted, read_at
from simpul.instruments.rules.state import Answers, Asked, Fault, FormState, Message
from simpul.instruments.rules.values import kind_fault, stored
from simpul.instruments.rules.world import AnswerWorld
from simpul.instruments.rules.xpath import InstancePath, boolean, number
from simpul.kernel.text import N_, Text

SCORE_PREFIXES = ("score_", "suggested_")


class Evaluation:
    """One walk over one form."""

    def __init__(
        self, world: AnswerWorld, children: tuple[Node, ...], order: tuple[DefinitionPath, ...]
    ) -> None:
        self.world = world
        self.children = children
        self.order = order
        self.nodes: dict[str, Asked] = {}
        self.faults: list[Fault] = []
        self.scores: dict[str, str | int | float] = {}

    def run(self) -> FormState:
        self._compute_in_order()
        answers, draft = self._inside(self.children, ())
        return FormState(
            nodes=self.nodes,
            answers=answers,
            draft=draft,
            faults=tuple(self.faults),
            scores=self.scores,
            world=self.world,
        )

    def _compute_in_order(self) -> None:
        """Each formula after those it waits for, so that long chains need no deep recursion."""
        for path in self.order:
            node = self.world.by_path[path]
            if isinstance(node, Question) and node.calculate is not None:
                for place in self.world.places(path, ()):
                    self.world.text(place)

    def _inside(self, children: tuple[Node, ...], parent: InstancePath) -> tuple[Answers, Answers]:
        answers: Answers = {}
        draft: Answers = {}
        for node in children:
            place = (*parent, node.name)
            if len(self.nodes) > limits.MOST_INSTANCES:
                raise FormFault(
                    Text(N_("There are too many repeated answers to compute. Remove some.")),
                    row=node.row,
                    name=node.name,
                )
            kept, typed = self._node(node, place)
            if kept not in (None, "", {}, []):
                answers[node.name] = kept
            if typed not in (None, "", {}, []):
                draft[node.name] = typed
        return answers, draft

    def _node(self, node: Node, place: InstancePath) -> tuple[Any, Any]:
        if isinstance(node, Question):
            return self._question(node, place)
        relevant = self.world.relevant(place)
        if isinstance(node, Repeat):
            self._repeat_head(node, place, relevant=relevant)
            pairs = [self._instance(node, (*place, index)) for index in range(self.world.count(place))]
            return ([kept for kept, _ in pairs] if relevant else None), [typed for _, typed in pairs]
        self.nodes[dotted(place)] = Asked(place, node, relevant)
        answers, draft = self._inside(node.children, place)
        return answers, draft

    def _repeat_head(self, node: Repeat, place: InstancePath, *, relevant: bool) -> None:
        given = read_at(self.world.answers, place)
        fault: Message | None = None
        if isinstance(given, list | tuple) and len(given) > limits.MOST_REPEATS and relevant:
            fault = Text(
                N_("At most %(limit)s entries fit here. Remove some or use a second form."),
                {"limit": limits.MOST_REPEATS},
            )
            self.faults.append(Fault(dotted(place), fault))
        self.nodes[dotted(place)] = Asked(place, node, relevant, fault=fault)

    def _instance(self, node: Repeat, place: InstancePath) -> tuple[Answers, Answers]:
        self.nodes[dotted(place)] = Asked(place, node, self.world.relevant(place))
        return self._inside(node.children, place)

    def _question(self, node: Question, place: InstancePath) -> tuple[Any, Any]:
        world = self.world
        relevant = world.relevant(place)
        text = world.text(place) if relevant else ""
        draft = text if node.calculate is not None else world.given(place)
        required = (
            relevant and node.required is not None and boolean(world.compute(node, node.required, place))
        )
        choices = world.offered(node, place) if relevant and node.choices else ()
        fault = self._fault(node, place, text, required=required, offered=frozenset(c.name for c in choices))
        if fault is not None and relevant:
            self.faults.append(Fault(dotted(place), fault))
        self.nodes[dotted(place)] = Asked(
            place, node, relevant, required, text if relevant else draft, choices, fault if relevant else None
        )
        if node.kind in {Kind.NOTE, Kind.MEDIA}:
            return None, None
        if relevant and node.kind is Kind.CALCULATE and node.name.startswith(SCORE_PREFIXES):
            self._score(place, text)
        return (stored(node, text) if relevant and text else None), (stored(node, draft) if draft else None)

    def _fault(
        self, node: Question, place: InstancePath, text: str, *, required: bool, offered: frozenset[str]
    ) -> Message | None:
        if not node.asked or not self.world.relevant(place):
            return None
        if text == "":
            return (node.required_message or Text(N_("This question needs an answer."))) if required else None
        fault = kind_fault(node, text, offered)
        if fault is not None:
            return fault
        if node.constraint is not None and not boolean(self.world.compute(node, node.constraint, place)):
            return node.constraint_message or Text(
                N_("This answer does not fit. Read the question and the hint again.")
            )
        return None

    def _score(self, place: InstancePath, text: str) -> None:
        if text == "":
            return
        value = number(text)
        name = str(place[-1]) if not any(isinstance(part, int) for part in place) else dotted(place)
        self.scores[name] = text if not math.isfinite(value) else int(value) if value.is_integer() else value
