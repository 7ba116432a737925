"""Issues documents in tests as casework does: from within a command."""

from __future__ import annotations

import uuid
from typing import Any

from simpul.documents.commands.hand_documents_over import hand_documents_over
from simpul.documents.commands.issue_document import issue_document
from simpul.documents.models import IssuedDocument
from simpul.documents.queries.document_file import DocumentFile, document_pdf
from simpul.kernel.actor import Actor
from simpul.safeguards import gate
from simpul.workforce.models import Staff
from tests.documents.papers import termination
from tests.factories.workforce import actor_of


@gate.command()
def try_issuing(actor: Actor, **facts: Any) -> uuid.UUID:
    """Issue a paper."""
    return issue_document(actor, **facts)


@gate.command()
def try_handing_over(actor: Actor, **facts: Any) -> int:
    """Pass a case's documents on."""
    return hand_documents_over(actor, **facts)


def issued(worker: Staff, **facts: Any) -> IssuedDocument:
    """A document that this worker issued at his office."""
    facts.setdefault("paper", termination())
    facts.setdefault("subject_id", uuid.uuid4())
    facts.setdefault("case_id", uuid.uuid4())
    document_id = try_issuing(actor_of(worker), office_id=worker.office_id, **facts)
    return IssuedDocument.objects.get(pk=document_id)


def pdf_of(worker: Staff, document: IssuedDocument) -> DocumentFile:
    return document_pdf(actor_of(worker), document.id)
