"""What a form is made of once read: questions in groups and repeats, with their formulas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from simpul.instruments.rules.words import Words
from simpul.instruments.rules.xpath import Expression

DefinitionPath = tuple[str, ...]


class Kind(StrEnum):
    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    TIME = "time"
    MOMENT = "datetime"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    RANGE = "range"
    GEOPOINT = "geopoint"
    ACKNOWLEDGE = "acknowledge"
    NOTE = "note"
    CALCULATE = "calculate"
    MEDIA = "media"
    METADATA = "metadata"


class Voice(StrEnum):
    """Whose words an answer holds; kept apart on screen and on paper."""

    CLIENT = "client"
    OBSERVATION = "observation"
    INTERPRETATION = "interpretation"
    PLAIN = ""


@dataclass(frozen=True)
class Choice:
    name: str
    label: Words
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Element:
    """What questions, groups and repeats have in common."""

    name: str
    path: DefinitionPath
    label: Words
    hint: Words
    appearance: frozenset[str]
    relevant: Expression | None
    row: int | None
    voice: Voice


@dataclass(frozen=True)
class Question(Element):
    kind: Kind
    choices: tuple[Choice, ...] = ()
    choice_filter: Expression | None = None
    required: Expression | None = None
    required_message: Words = field(default_factory=Words)
    constraint: Expression | None = None
    constraint_message: Words = field(default_factory=Words)
    calculate: Expression | None = None
    readonly: bool = False
    default: str = ""
    dynamic_default: Expression | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def asked(self) -> bool:
        """Whether somebody types or picks an answer."""
        return (
            self.kind not in {Kind.NOTE, Kind.CALCULATE, Kind.MEDIA, Kind.METADATA}
            and self.calculate is None
            and not self.readonly
        )


@dataclass(frozen=True)
class Group(Element):
    children: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Repeat(Element):
    children: tuple[Node, ...] = ()
    count: Expression | None = None


Node = Question | Group | Repeat


def walk_nodes(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Every element in document order."""
    for node in nodes:
        yield node
        if not isinstance(node, Question):
            yield from walk_nodes(node.children)
