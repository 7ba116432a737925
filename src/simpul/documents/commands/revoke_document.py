"""Take a document back; whoever checks its code is told so."""

from __future__ import annotations

from simpul.documents.errors import AlreadyRevoked, ReasonMissing
from simpul.documents.models import IssuedDocument
from simpul.documents.policies import document_reach
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import command, note_in_audit


@command(on=IssuedDocument, reach=document_reach)
def revoke_document(actor: Actor, document: IssuedDocument, *, reason: str) -> None:
    """Mark the document as revoked, with the reason; its content stays for those who answer for it."""
    if not reason.strip():
        raise ReasonMissing
    if document.revoked_at is not None:
        raise AlreadyRevoked
    document.revoked_at = now()
    document.revoked_by = actor.id
    document.revoke_reason = reason.strip()
    document.save(update_fields=["revoked_at", "revoked_by", "revoke_reason"])
    note_in_audit(kind=document.kind)
