"""What the matcher is told about a person, and what it answers about two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from simpul.kernel.text import Text


@dataclass(frozen=True)
class PersonFacts:
    """One person as far as is known. Identity numbers and phones may be opaque tokens (keyed hashes).

    The number kind ``nik~`` says of two persons that their NIK are one slip of the pen apart.

    ``birth_precision`` is ``day``, ``month``, ``year`` or ``estimated``; a coarser date carries the first
    day of its period. ``village`` is a region code such as ``35.73.01.1001``.
    """

    name: str = ""
    call_name: str = ""
    aliases: tuple[str, ...] = ()
    sex: str = ""
    birth_date: date | None = None
    birth_precision: str = "day"
    mother: str = ""
    numbers: Mapping[str, str] = field(default_factory=dict)
    village: str = ""
    phones: frozenset[str] = frozenset()


class LikenessLevel(StrEnum):
    """How alike two persons are."""

    STRONG = "strong"
    POSSIBLE = "possible"
    WEAK = "weak"
    NONE = "none"


@dataclass(frozen=True)
class Likeness:
    """How alike, and why: what agrees, what contradicts. ``twins`` warns of twins: never merge unasked."""

    score: int
    level: LikenessLevel
    name_score: float
    agreements: tuple[Text, ...] = ()
    contradictions: tuple[Text, ...] = ()
    twins: bool = False
    same_number: bool = False
