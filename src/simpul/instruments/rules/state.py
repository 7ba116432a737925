"""What a form says about a set of answers: which questions are asked, what is computed, what is not right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from simpul.instruments.rules.model import Choice, Group, Node, Question, Repeat
from simpul.instruments.rules.places import dotted
from simpul.instruments.rules.words import Words
from simpul.instruments.rules.world import AnswerWorld
from simpul.instruments.rules.xpath import InstancePath
from simpul.kernel.errors import FieldFault
from simpul.kernel.text import Text

Answers = dict[str, Any]
Message = Words | Text


@dataclass(frozen=True)
class Fault:
    """One answer that needs a look. ``message`` is the form's own words or ours."""

    path: str
    message: Message


@dataclass(frozen=True)
class Asked:
    """A question, group or repeat at one place of the answers."""

    place: InstancePath
    element: Node
    relevant: bool
    required: bool = False
    text: str = ""
    choices: tuple[Choice, ...] = ()
    fault: Message | None = None

    @property
    def path(self) -> str:
        return dotted(self.place)

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(self.text.split())


@dataclass(frozen=True)
class FormState:
    """The outcome of ``Form.evaluate``.

    ``answers`` is what may be stored: relevant, canonical, with computed values. ``draft`` is everything
    typed, so that an answer hidden by a slip comes back when the slip is corrected.
    """

    nodes: Mapping[str, Asked]
    answers: Answers
    draft: Answers
    faults: tuple[Fault, ...]
    scores: Mapping[str, str | int | float]
    world: AnswerWorld = field(repr=False, compare=False)

    @property
    def valid(self) -> bool:
        return not self.faults

    @property
    def errors(self) -> Mapping[str, Message]:
        return {fault.path: fault.message for fault in self.faults}

    def field_faults(self, language: str = "id") -> tuple[FieldFault, ...]:
        """The faults as an act's error lists them (``InvalidInput``)."""
        return tuple(
            FieldFault(f.path, f.message if isinstance(f.message, Text) else Text(f.message.say(language)))
            for f in self.faults
        )

    def instances(self, place: InstancePath) -> int:
        """How often a repeat stands at a place."""
        return self.world.count(place)

    def label(self, asked: Asked, language: str) -> str:
        return self.world.filled(asked.element.label, asked.place, language)

    def hint(self, asked: Asked, language: str) -> str:
        return self.world.filled(asked.element.hint, asked.place, language)

    def say(self, words: Words, asked: Asked, language: str) -> str:
        return self.world.filled(words, asked.place, language)


__all__ = ["Answers", "Asked", "Fault", "FormState", "Group", "Message", "Question", "Repeat"]
