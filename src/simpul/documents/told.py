"""How the log tells the acts of this app, said after the name of whoever did them."""

from __future__ import annotations

from simpul.kernel.text import N_

TOLD: dict[str, str] = {
    "carry_documents": N_("put the papers of two files together"),
    "document_card": N_("saw a document in a list"),
    "document_docx": N_("opened a document"),
    "document_pdf": N_("opened a document"),
    "documents_of_case": N_("saw a document in a list"),
    "flyer_pdf": N_("opened a sheet about a service"),
    "hand_documents_over": N_("handed the papers of the case over"),
    "issue_document": N_("issued a document"),
    "letterhead_of_office": N_("looked at the letterhead"),
    "my_documents": N_("saw a document in a list"),
    "revoke_document": N_("revoked a document"),
    "set_logo": N_("changed the letterhead"),
    "veil_documents": N_("closed the papers of a sealed file"),
    "verify_document": N_("checked whether a document is genuine"),
}
