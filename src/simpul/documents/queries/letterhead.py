"""An office's letterhead, as it would stand on a letter today."""

from __future__ import annotations

from dataclasses import dataclass

from simpul.documents.models import Letterhead
from simpul.documents.policies import letterhead_office_reach
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query
from simpul.workforce.models import Office


@dataclass(frozen=True)
class LetterheadCard:
    """The lines of the letterhead; ``has_logo`` says whether a picture stands beside them."""

    name: str
    parent: str
    address: str
    has_logo: bool


@query(on=Office, reach=letterhead_office_reach, silent=True)
def letterhead_of_office(actor: Actor, office: Office) -> LetterheadCard:
    """What the office may look at before it changes the logo."""
    latest = Letterhead.objects.filter(office=office).order_by("-made_at", "-id").first()
    return LetterheadCard(
        name=office.letterhead_name or office.name,
        parent=office.letterhead_over,
        address=" ".join(filter(None, (office.address, office.city, office.postcode))),
        has_logo=bool(latest and latest.logo_svg),
    )
