"""A document with every word decided: the plain data from which PDF and DOCX are made, again and again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from babel.dates import format_date, format_datetime

from simpul.documents.choices import KIND_TITLES, NATURE_LABELS, UNNUMBERED, Kind, Nature
from simpul.documents.rules import blocks as b
from simpul.documents.rules.masking import Veil
from simpul.kernel.clock import WIB
from simpul.kernel.text import N_, Text

Say = Callable[[Text], str]
Plain = dict[str, Any]
SHEET_VERSION = 1
_LETTERS = re.compile(r"(?<=>)[^<]+|(?<=aria-label=\")[^\"]+")

LABELS: dict[str, Text] = {
    "number": Text(N_("Number")),
    "nature": Text(N_("Classification")),
    "enclosures": Text(N_("Enclosures")),
    "subject": Text(N_("Regarding")),
    "case": Text(N_("Case number")),
    "to": Text(N_("To the attention of")),
    "copies": Text(N_("Copies to")),
    "page": Text(N_("Page")),
    "of": Text(N_("of")),
    "verify": Text(N_("Check that this document is genuine:")),
    "code": Text(N_("Code")),
    "thumbprint": Text(N_("thumbprint")),
    "nothing": Text(N_("none")),
}


@dataclass(frozen=True)
class Office:
    """The letterhead."""

    name: str
    parent: str = ""
    address: str = ""
    contact: str = ""
    place: str = ""
    logo_svg: str = ""


@dataclass(frozen=True)
class Envelope:
    """What the office adds to a paper when it issues it."""

    office: Office
    language: str
    number: str
    issued_at: datetime
    verify_url: str = ""
    verify_code: str = ""

    @property
    def day(self) -> date:
        return self.issued_at.astimezone(WIB).date()


def written_day(day: date, language: str, *, weekday: bool = False) -> str:
    """A date in words.

    >>> written_day(date(2026, 11, 22), "id", weekday=True)
    'Minggu, 22 November 2026'
    """
    return format_date(day, "EEEE, d MMMM y" if weekday else "d MMMM y", locale=language)


class Speaker:
    """Turns words of any sort into text of one language, with protected names covered."""

    def __init__(self, say: Say, language: str, veil: Veil | None = None) -> None:
        self._say, self._language, self._veil = say, language, veil

    def __call__(self, words: b.Words) -> str:
        if isinstance(words, b.Day):
            return written_day(words.day, self._language, weekday=words.weekday)
        if isinstance(words, b.Moment):
            return format_datetime(words.at, "d MMMM y HH.mm", tzinfo=WIB, locale=self._language)
        if isinstance(words, str):
            return self._veil.cover(words) if self._veil else words
        return self._say(self._covered(words))

    def _covered(self, text: Text) -> Text:
        """Names can stand in the facts of a sentence, not in the sentence itself."""
        veil = self._veil
        if veil is None or not text.params:
            return text
        covered = {
            name: veil.cover(value) if isinstance(value, str) else value
            for name, value in text.params.items()
        }
        return Text(text.msgid, covered)

    def over_drawing(self, svg: str) -> str:
        """The drawing with protected names covered in its letters, not in its shapes."""
        veil = self._veil
        return _LETTERS.sub(lambda found: veil.cover(found[0]), svg) if veil else svg


def plain_block(block: b.Block, speak: Speaker) -> Plain:
    """One block as data that JSON can carry."""
    match block:
        case b.Heading(text) | b.Paragraph(text) | b.Remark(text):
            return {"kind": type(block).__name__.lower(), "text": speak(text)}
        case b.Fields(rows):
            return {"kind": "fields", "rows": [[speak(label), speak(value)] for label, value in rows]}
        case b.Table(heads, rows, widths, empty):
            return {
                "kind": "table",
                "heads": [speak(head) for head in heads],
                "rows": [[speak(cell) for cell in row] for row in rows],
                "widths": list(widths),
                "empty": speak(empty or LABELS["nothing"]),
            }
        case b.Points(items, numbered):
            return {"kind": "points", "items": [speak(item) for item in items], "numbered": numbered}
        case b.Quote(text, said_by):
            return {"kind": "quote", "text": speak(text), "by": speak(said_by)}
        case b.Ticks(items):
            return {"kind": "ticks", "items": [[speak(text), _tick(state)] for text, state in items]}
        case b.Drawing(svg, alt):
            return {"kind": "drawing", "svg": speak.over_drawing(svg), "alt": speak(alt)}
        case b.Signatures() | b.NewPage():
            return _ending(block, speak)


def _ending(block: b.Signatures | b.NewPage, speak: Speaker) -> Plain:
    if isinstance(block, b.NewPage):
        return {"kind": "new_page"}
    return {"kind": "signatures", "parties": [_party(party, speak) for party in block.parties]}


def _tick(state: bool | None) -> str:
    return {True: "yes", False: "no", None: "open"}[state]


def _party(party: b.Signature, speak: Speaker) -> Plain:
    return {
        "role": speak(party.role),
        "name": speak(party.name),
        "credential": speak(party.credential),
        "thumbprint": party.thumbprint,
    }


def make_sheet(
    *,
    kind: Kind,
    nature: Nature,
    envelope: Envelope,
    say: Say,
    body: Iterable[b.Block],
    veiled: Iterable[str] = (),
    subject_line: str = "",
    case_reference: str = "",
    recipient: tuple[b.Words, ...] = (),
    copies_to: tuple[b.Words, ...] = (),
    enclosures: int = 0,
) -> Plain:
    """The whole document as plain data. Only names of the subject's side are covered, never the office's."""
    names = tuple(veiled)
    bare = Speaker(say, envelope.language)
    speak = Speaker(say, envelope.language, Veil(names) if names else None)
    office = envelope.office
    return {
        "version": SHEET_VERSION,
        "kind": kind.value,
        "language": envelope.language,
        "title": bare(KIND_TITLES[kind]),
        "subject": subject_line,
        "case": case_reference,
        "number": "" if kind in UNNUMBERED else envelope.number,
        "nature": bare(NATURE_LABELS[nature]),
        "marked": nature is not Nature.ORDINARY,
        "enclosures": enclosures,
        "place": office.place,
        "date": written_day(envelope.day, envelope.language),
        "issued_at": envelope.issued_at.isoformat(),
        "recipient": [speak(line) for line in recipient],
        "copies": [speak(line) for line in copies_to],
        "office": {
            "name": office.name,
            "parent": office.parent,
            "address": office.address,
            "contact": office.contact,
            "logo": office.logo_svg,
        },
        "verify": {"url": envelope.verify_url, "code": envelope.verify_code},
        "labels": {key: bare(text) for key, text in LABELS.items()},
        "blocks": [plain_block(block, speak) for block in body],
    }


def with_logo(sheet: Plain, logo_svg: str) -> Plain:
    """The sheet as it is typeset: the logo is kept with the letterhead, once."""
    return {**sheet, "office": {**sheet["office"], "logo": logo_svg}}
