"""What a page is made of. A kind of document says *what* stands there; typesetting decides how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from simpul.kernel.text import Text


@dataclass(frozen=True)
class Day:
    """A date, written out in the document's language."""

    day: date
    weekday: bool = False


@dataclass(frozen=True)
class Moment:
    """A date with the time of day at the office."""

    at: datetime


Words = str | Text | Day | Moment


@dataclass(frozen=True)
class Heading:
    text: Words


@dataclass(frozen=True)
class Paragraph:
    text: Words


@dataclass(frozen=True)
class Fields:
    """Labels and what was answered; an empty answer stays visible as a dash."""

    rows: tuple[tuple[Words, Words], ...]


@dataclass(frozen=True)
class Table:
    """Columns with relative widths."""

    heads: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[int, ...]
    empty: Words = ""


@dataclass(frozen=True)
class Points:
    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Quote:
    """The client's own words, never mixed with what the worker thinks."""

    text: Words
    said_by: Words = ""


@dataclass(frozen=True)
class Ticks:
    """Boxes: ticked, crossed out, or left open for the pen."""

    items: tuple[tuple[Words, bool | None], ...]


@dataclass(frozen=True)
class Remark:
    """A short framed text that must not be missed."""

    text: Words


@dataclass(frozen=True)
class Signature:
    role: Words
    name: str = ""
    credential: Words = ""
    thumbprint: bool = False


@dataclass(frozen=True)
class Signatures:
    parties: tuple[Signature, ...]


@dataclass(frozen=True)
class Drawing:
    """A picture with the words that stand for it."""

    svg: str
    alt: Words


@dataclass(frozen=True)
class NewPage:
    """What follows is torn off or filled in apart: it begins on a page of its own."""


Block = (
    Heading | Paragraph | Fields | Table | Points | Quote | Ticks | Remark | Signatures | Drawing | NewPage
)
