"""Anybody with a paper in hand may ask whether it is genuine, and learns nothing about whom it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from simpul.documents.choices import GENERAL_KIND, GENERAL_OTHER, Kind, Standing
from simpul.documents.models import IssuedDocument
from simpul.documents.rules.numbering import code_digest, plain_code
from simpul.kernel.actor import Actor
from simpul.kernel.clock import WIB
from simpul.kernel.text import Text
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class Verdict:
    """The answer: standing, and for known papers the office, the day and the kind in general words."""

    standing: Standing
    office: str = ""
    issued_on: date | None = None
    revoked_on: date | None = None
    kind: Text | None = None


@query(silent=True)
def verify_document(actor: Actor, *, code: str) -> Verdict:
    """Look the code up by its digest: one indexed read, whether the code exists, is malformed or not."""
    plain = plain_code(code)
    fields = ("kind", "issued_at", "revoked_at", "letterhead__name")
    found = IssuedDocument.objects.filter(code_digest=code_digest(plain)).values_list(*fields).first()
    if found is None:
        return Verdict(Standing.UNKNOWN)
    kind, issued_at, revoked_at, office = found
    return Verdict(
        standing=Standing.REVOKED if revoked_at else Standing.GENUINE,
        office=office,
        issued_on=issued_at.astimezone(WIB).date(),
        revoked_on=revoked_at.astimezone(WIB).date() if revoked_at else None,
        kind=GENERAL_KIND.get(Kind(kind), GENERAL_OTHER),
    )
