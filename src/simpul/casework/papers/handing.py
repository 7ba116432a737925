"""How a paper about a case leaves the house: under its office, its client and whoever answers for it."""

from __future__ import annotations

import uuid
from typing import Any

from simpul.casework import people
from simpul.casework.papers.sources import Sources
from simpul.documents.commands.issue_document import issue_document
from simpul.documents.kinds import Paper
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import note_in_audit

LANGUAGES = ("id", "en")


def frame_of(file: Sources) -> dict[str, Any]:
    """Whom it concerns and who signs."""
    return {"subject": file.subject, "worker": file.worker, "head": file.head}


def hand_out(actor: Actor, file: Sources, paper: Paper, *, language: str, for_client: bool) -> uuid.UUID:
    case = file.case
    made = issue_document(
        actor,
        paper=paper,
        office_id=case.office_id,
        subject_id=case.key_subject(),
        case_id=case.id,
        holder_id=people.primary_of(case) or actor.staff_id,
        language=language if language in LANGUAGES else "id",
        for_client=for_client,
        sealed=bool(case.client and case.client.sealed),
    )
    note_in_audit(kind=paper.kind.value, veiled=file.subject.protected)
    return made
