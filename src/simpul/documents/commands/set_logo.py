"""Give an office's letterhead a logo."""

from __future__ import annotations

from simpul.documents.errors import LogoUnreadable
from simpul.documents.models import Letterhead
from simpul.documents.policies import letterhead_office_reach
from simpul.documents.typesetting.logo import LogoFault, logo_as_svg
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command
from simpul.workforce.models import Office


@command(on=Office, reach=letterhead_office_reach)
def set_logo(actor: Actor, office: Office, *, picture: bytes) -> None:
    """Re-encode the picture and start a new letterhead with it; empty bytes take the logo away."""
    try:
        drawing = logo_as_svg(picture) if picture else ""
    except LogoFault:
        raise LogoUnreadable from None
    latest = Letterhead.objects.filter(office=office).order_by("-made_at", "-id").first()
    Letterhead.objects.create(
        office=office,
        name=latest.name if latest else office.letterhead_name or office.name,
        parent=latest.parent if latest else office.letterhead_over,
        address=latest.address if latest else office.address,
        contact=latest.contact if latest else "",
        place=latest.place if latest else office.city,
        logo_svg=drawing,
    )
