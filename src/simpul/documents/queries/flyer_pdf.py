"""A sheet to take home, as PDF. It is about nobody and is not kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from simpul.documents.typesetting.pdf import make_flyer
from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class FlyerPart:
    """A part of it: ``facts`` (pairs), ``words`` (one text), ``list`` or ``steps`` (one text a row)."""

    kind: str
    rows: tuple[tuple[str, ...], ...]
    heading: str = ""


@dataclass(frozen=True)
class Flyer:
    """What stands on it, in the reader's language; ``address`` is where the same stands in the web."""

    title: str
    lead: str
    language: str
    parts: tuple[FlyerPart, ...]
    address: str = ""
    warning: str = ""
    foot: str = ""


@query(silent=True)
def flyer_pdf(actor: Actor, *, flyer: Flyer) -> bytes:
    """The sheet as a tagged PDF, the same bytes all day."""
    parts = [
        {"kind": part.kind, "heading": part.heading, "rows": [list(row) for row in part.rows]}
        for part in flyer.parts
        if part.rows
    ]
    return make_flyer({**asdict(flyer), "parts": parts, "issued_at": f"{today().isoformat()}T00:00:00+00:00"})
