"""What is known about a document without opening it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from simpul.documents.choices import EDITABLE, KIND_TITLES, Kind
from simpul.documents.models import IssuedDocument
from simpul.documents.policies import document_reach
from simpul.kernel.actor import Actor
from simpul.kernel.text import Text
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class DocumentCard:
    """Number, kind, day, standing; nothing of the content."""

    id: uuid.UUID
    case_id: uuid.UUID | None
    title: Text
    number: str
    office: str
    issued_at: datetime
    language: str
    sha256: str
    editable: bool
    for_client: bool
    revoked_at: datetime | None
    revoke_reason: str


@query(on=IssuedDocument, reach=document_reach)
def document_card(actor: Actor, document: IssuedDocument) -> DocumentCard:
    """The document's own page."""
    kind = Kind(document.kind)
    return DocumentCard(
        id=document.id,
        case_id=document.case_id,
        title=KIND_TITLES[kind],
        number=document.number,
        office=document.letterhead.name,
        issued_at=document.issued_at,
        language=document.language,
        sha256=document.sha256,
        editable=kind in EDITABLE,
        for_client=document.for_client,
        revoked_at=document.revoked_at,
        revoke_reason=document.revoke_reason,
    )
