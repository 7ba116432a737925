"""What a genogram is told: persons, unions, parents and children, ties, households."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simpul.kernel.errors import ActError
from simpul.kernel.text import N_, Text

MOST_PERSONS = 60


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


class UnionKind(StrEnum):
    MARRIED = "married"
    COHABITING = "cohabiting"
    SEPARATED = "separated"
    DIVORCED = "divorced"
    WIDOWED = "widowed"
    UNRECORDED = "unrecorded"  # two parents of one child whose union nobody wrote down


class ParentageKind(StrEnum):
    BIOLOGICAL = "biological"
    ADOPTED = "adopted"
    FOSTER = "foster"


class TieKind(StrEnum):
    CLOSE = "close"
    VERY_CLOSE = "very_close"
    DISTANT = "distant"
    CONFLICT = "conflict"
    VIOLENCE = "violence"
    CUT_OFF = "cut_off"
    CARE = "care"


DIRECTED = frozenset({TieKind.VIOLENCE, TieKind.CARE})


@dataclass(frozen=True)
class GenogramPerson:
    """One symbol: square for a man, circle for a woman, diamond when not known, triangle before birth.

    ``age`` is in completed years, counted by whoever knows the day of birth.
    """

    id: str
    label: str
    sex: Sex = Sex.UNKNOWN
    birth_year: int | None = None
    age: int | None = None
    death_year: int | None = None
    dead: bool = False
    index: bool = False
    pregnant: bool = False
    unborn: bool = False

    @property
    def has_died(self) -> bool:
        return self.dead or self.death_year is not None


@dataclass(frozen=True)
class Union:
    """Two partners; ``since`` and ``until`` are years."""

    first: str
    second: str
    kind: UnionKind = UnionKind.MARRIED
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True)
class Parentage:
    """One parent of one child."""

    parent: str
    child: str
    kind: ParentageKind = ParentageKind.BIOLOGICAL


@dataclass(frozen=True)
class Tie:
    """How one stands to another; violence and care go from ``source`` to ``target``."""

    source: str
    target: str
    kind: TieKind


@dataclass(frozen=True)
class Household:
    """Those who live under one roof, enclosed by a dotted line."""

    label: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Genogram:
    """Everything that is drawn."""

    persons: tuple[GenogramPerson, ...]
    unions: tuple[Union, ...] = ()
    parentages: tuple[Parentage, ...] = ()
    ties: tuple[Tie, ...] = ()
    households: tuple[Household, ...] = ()
    twins: tuple[tuple[str, ...], ...] = ()


class GenogramSize(ActError):
    """Nobody to draw, or more than a page can hold."""

    def __init__(self, count: int) -> None:
        super().__init__(
            Text(
                N_(
                    "A genogram shows 1 to %(most)s persons, and %(count)s were given. "
                    "Choose the persons who matter for this case."
                ),
                {"most": MOST_PERSONS, "count": count},
            )
        )
