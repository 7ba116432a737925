"""What the matcher is told about a need and about a service, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from simpul.kernel.text import Text

Minutes = tuple[int, int, int]  # weekday from Monday 0, opening and closing minute of the day


@dataclass(frozen=True)
class Term:
    """One term of the taxonomy: a difficulty (``answered_by`` service codes, nearest first) or a service."""

    code: str
    label: str
    phrases: tuple[str, ...] = ()
    answered_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offer:
    """One service at one place, as far as is known; ``None`` and empty mean unknown, never no.

    ``ages`` are whole years, both ends belong to it. ``covers`` are prefixes of region codes (empty:
    everywhere). ``hours`` are weekly opening hours. ``free_places`` is the capacity that is left,
    ``waiting_days`` the usual wait. ``documents`` are codes of papers that the service asks for. A ``sealed``
    offer has no place. ``overdue``: its entry should have been checked again by now.
    """

    id: str
    name: str
    services: tuple[str, ...] = ()
    words: str = ""
    latitude: float | None = None
    longitude: float | None = None
    covers: tuple[str, ...] = ()
    ages: tuple[int | None, int | None] = (None, None)
    sexes: str = ""
    free: bool | None = None
    hours: tuple[Minutes, ...] = ()
    comes_home: bool = False
    free_places: int | None = None
    waiting_days: int | None = None
    languages: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    kind: str = ""
    sealed: bool = False
    days_unchecked: int | None = None
    overdue: bool = False


@dataclass(frozen=True)
class Ask:
    """What is looked for, for whom, where and when. Everything but the need may be unknown.

    ``words`` are plain words in Indonesian; ``needs`` and ``services`` are taxonomy codes. ``moment`` is
    weekday and minute of the day. ``access`` is what the person needs to get in (``wheelchair`` ...), ``has``
    the papers at hand.
    """

    words: str = ""
    needs: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    region: str = ""
    age: int | None = None
    sex: str = ""
    moment: tuple[int, int] | None = None
    open_only: bool = False
    within_km: float | None = None
    access: tuple[str, ...] = ()
    language: str = ""
    has: frozenset[str] | None = None
    free_only: bool = False
    kinds: tuple[str, ...] = ()


class Fit(StrEnum):
    """Whether somebody may use a service, as far as the facts tell."""

    FITS = "fits"
    UNSURE = "unsure"
    DOES_NOT_FIT = "does_not_fit"


@dataclass(frozen=True)
class Match:
    """One service with its place in the answer: why it is here, what speaks against it, what is not known."""

    offer: Offer
    score: float
    fit: Fit
    reasons: tuple[Text, ...] = ()
    against: tuple[Text, ...] = ()
    unknown: tuple[Text, ...] = ()
    kilometres: float | None = None
    open_now: bool | None = None


@dataclass(frozen=True)
class Heard:
    """A term that was recognised in somebody's words, how surely (0 to 1), and by which phrase."""

    term: Term
    weight: float
    phrase: str


@dataclass(frozen=True)
class Answer:
    """The ranking, with what was understood and which words were read as another word."""

    matches: tuple[Match, ...]
    heard: tuple[Heard, ...] = ()
    corrected: tuple[tuple[str, str], ...] = field(default=())
    version: str = ""
