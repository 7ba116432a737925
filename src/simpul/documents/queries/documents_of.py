"""Lists of documents: of a case, of a person."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from simpul.documents.choices import EDITABLE, KIND_TITLES, Kind
from simpul.documents.models import IssuedDocument
from simpul.documents.policies import document_reach
from simpul.kernel.actor import Actor
from simpul.kernel.text import Text
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class DocumentRow:
    """One document as a list shows it; nothing of its content."""

    id: uuid.UUID
    kind: Kind
    title: Text
    number: str
    issued_at: datetime
    language: str
    editable: bool
    revoked: bool
    subject_ids: tuple[uuid.UUID, ...]


def _rows(documents: QuerySet[IssuedDocument]) -> tuple[DocumentRow, ...]:
    return tuple(
        DocumentRow(
            id=document.id,
            kind=Kind(document.kind),
            title=KIND_TITLES[Kind(document.kind)],
            number=document.number,
            issued_at=document.issued_at,
            language=document.language,
            editable=Kind(document.kind) in EDITABLE,
            revoked=document.revoked_at is not None,
            subject_ids=(document.subject_id,),
        )
        for document in documents.defer("sheet", "revoke_reason").order_by("-issued_at", "-id")
    )


@query(over=IssuedDocument, reach=document_reach)
def documents_of_case(
    actor: Actor, documents: QuerySet[IssuedDocument], *, case_id: uuid.UUID
) -> tuple[DocumentRow, ...]:
    """What was issued in one case, the latest first."""
    return _rows(documents.filter(case_id=case_id))


@query(over=IssuedDocument, reach=document_reach)
def my_documents(actor: Actor, documents: QuerySet[IssuedDocument]) -> tuple[DocumentRow, ...]:
    """What was written for the client who asks."""
    if actor.person_id is None:
        return ()
    return _rows(documents.filter(subject_id=actor.person_id, for_client=True, revoked_at=None))
