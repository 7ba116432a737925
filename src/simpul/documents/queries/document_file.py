"""The document itself, as PDF or for editing."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from simpul.documents.choices import EDITABLE, Kind
from simpul.documents.errors import ContentErased, NotEditable
from simpul.documents.models import IssuedDocument
from simpul.documents.policies import document_reach
from simpul.documents.rules.sheet import Plain, with_logo
from simpul.documents.typesetting.docx import make_docx
from simpul.documents.typesetting.pdf import make_pdf
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class DocumentFile:
    """Bytes with a file name that names nobody. ``unchanged``: the same bytes as on the day of issue."""

    name: str
    media_type: str
    content: bytes
    unchanged: bool


def _sheet(document: IssuedDocument) -> Plain:
    sheet: Plain = document.sheet
    if not sheet:
        raise ContentErased
    return with_logo(sheet, document.letterhead.logo_svg)


def _name(document: IssuedDocument, ending: str) -> str:
    stem = f"{document.issued_at:%Y-%m-%d}-{str(document.id)[-8:]}"
    return f"dokumen-{stem}.{ending}"


@query(on=IssuedDocument, reach=document_reach)
def document_pdf(actor: Actor, document: IssuedDocument) -> DocumentFile:
    """The document as it was issued."""
    content = make_pdf(_sheet(document))
    same = sha256(content).hexdigest() == document.sha256
    return DocumentFile(_name(document, "pdf"), "application/pdf", content, same)


@query(on=IssuedDocument, reach=document_reach)
def document_docx(actor: Actor, document: IssuedDocument) -> DocumentFile:
    """A copy that the office can edit; it carries no check code, for it is no longer what was issued."""
    if Kind(document.kind) not in EDITABLE:
        raise NotEditable
    return DocumentFile(_name(document, "docx"), DOCX, make_docx(_sheet(document)), unchanged=False)
