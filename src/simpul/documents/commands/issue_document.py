"""Put number, date and check code on a paper and keep what is needed to make it again."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from simpul.documents.choices import KIND_CODES, UNNUMBERED
from simpul.documents.kinds.paper import Paper
from simpul.documents.models import IssuedDocument, Letterhead
from simpul.documents.rules.numbering import code_digest, letter_number, new_code, plain_code
from simpul.documents.rules.sheet import Envelope, with_logo
from simpul.documents.rules.sheet import Office as Head
from simpul.documents.typesetting.pdf import make_pdf
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now, today
from simpul.kernel.text import Text
from simpul.safeguards.gate import note_in_audit, step
from simpul.safeguards.numbering import next_number
from simpul.workforce.models import Office


@step
def issue_document(
    actor: Actor,
    *,
    paper: Paper,
    office_id: uuid.UUID,
    subject_id: uuid.UUID,
    case_id: uuid.UUID | None = None,
    holder_id: uuid.UUID | None = None,
    language: str = "id",
    for_client: bool = False,
    sealed: bool = False,
) -> uuid.UUID:
    """Issue the paper and return the document's id; the bytes come from ``document_pdf``.

    ``holder_id`` is the member of staff who answers for the case, ``for_client`` opens it in the portal,
    ``sealed`` hides it from everybody but issuer and holder.
    """
    office = Office.objects.get(pk=office_id)
    letterhead = _letterhead(office)
    code, moment = new_code(), now().replace(microsecond=0)
    number = "" if paper.kind in UNNUMBERED else _number(office, paper)
    envelope = Envelope(
        office=Head(
            name=letterhead.name,
            parent=letterhead.parent,
            address=letterhead.address,
            contact=letterhead.contact,
            place=letterhead.place,
        ),
        language=language,
        number=number,
        issued_at=moment,
        verify_url="" if paper.kind in UNNUMBERED else f"{settings.SITE_ORIGIN}/periksa/{code}",
        verify_code="" if paper.kind in UNNUMBERED else code,
    )
    with translation.override(language):
        sheet = paper.sheet(envelope, _say)
    document: IssuedDocument = IssuedDocument.objects.create(
        kind=paper.kind.value,
        number=number,
        language=language,
        office=office,
        letterhead=letterhead,
        subject_id=subject_id,
        case_id=case_id,
        holder_id=holder_id if holder_id is not None else actor.staff_id,
        for_client=for_client,
        sealed=sealed,
        issued_by=actor.id,
        issued_at=moment,
        sha256=sha256(make_pdf(with_logo(sheet, letterhead.logo_svg))).hexdigest(),
        code_digest=code_digest(plain_code(code)),
        sheet=sheet,
    )
    note_in_audit(subjects=[subject_id], kind=paper.kind.value, document=str(document.id))
    return document.id


def _say(text: Text) -> str:
    """The sentence in the language that is active, its parts included."""
    params: Mapping[str, Any] = {
        name: _say(value) if isinstance(value, Text) else value for name, value in text.params.items()
    }
    sentence = gettext(text.msgid)
    return sentence % params if params else sentence


def _number(office: Office, paper: Paper) -> str:
    day = today()
    sequence = next_number(f"DOC-{office.code}"[:20], day.year)
    return letter_number(sequence, KIND_CODES[paper.kind], office.code, day)


def _letterhead(office: Office) -> Letterhead:
    """The office's letterhead in use; a new row when the office has moved or changed its name."""
    facts = {
        "name": office.letterhead_name or office.name,
        "parent": office.letterhead_over,
        "address": " ".join(filter(None, (office.address, office.city, office.postcode))),
        "contact": " · ".join(filter(None, (office.phone, office.email, office.website))),
        "place": office.city,
    }
    latest = Letterhead.objects.filter(office=office).order_by("-made_at", "-id").first()
    if latest is not None and all(getattr(latest, name) == value for name, value in facts.items()):
        return latest
    fresh: Letterhead = Letterhead.objects.create(
        office=office, logo_svg=latest.logo_svg if latest else "", **facts
    )
    return fresh
