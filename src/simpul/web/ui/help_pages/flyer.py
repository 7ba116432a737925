"""A service as a sheet to take home."""

from __future__ import annotations

from django.utils.translation import gettext as _

from simpul.documents.queries.flyer_pdf import Flyer, FlyerPart
from simpul.web.ui.components.facts.props import Facts
from simpul.web.ui.formats import long_day
from simpul.web.ui.help_pages.sheet import SheetPicture
from simpul.web.ui.language import reading_language


def flyer(picture: SheetPicture, address: str) -> Flyer:
    """Everything of the page in the reader's language. Of a protected place the telephone is all there is."""
    sheet = picture.sheet
    phone = sheet.phone or sheet.agency_phone
    parts = [
        _words("", sheet.description),
        FlyerPart("facts", ((_("Phone"), phone),) if phone else ()),
        _facts("", picture.facts),
        *(_facts(_("Where and when"), place) for place in picture.places),
        FlyerPart("list", tuple((paper,) for paper in picture.papers), _("What to bring")),
        FlyerPart("steps", tuple((step,) for step in sheet.steps), _("How it goes, step by step")),
        _words(_("Your rights here"), sheet.rights),
    ]
    checked = long_day(sheet.checked_at) if sheet.checked_at else _("never")
    return Flyer(
        sheet.name, sheet.agency, reading_language(), tuple(part for part in parts if part.rows), address,
        _("This service does not exist.") if sheet.synthetic else "",
        _("Entry checked on: %(day)s. Call before you go.") % {"day": checked},
    )  # fmt: skip


def _words(heading: str, text: str) -> FlyerPart:
    return FlyerPart("words", ((text,),) if text.strip() else (), heading)


def _facts(heading: str, facts: Facts) -> FlyerPart:
    rows = tuple(
        (one.label, "\n".join(part for part in (one.value, one.note) if part)) for one in facts.items
    )
    return FlyerPart("facts", rows, heading)
