"""Issuing one paper of a case: gathered from the file, worded by the worker, handed to the documents."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from django.utils import translation

from simpul.casework import people
from simpul.casework.errors import WrongStage
from simpul.casework.models import Case
from simpul.casework.papers.compose import COMPOSERS, read
from simpul.casework.papers.ready import lacking
from simpul.casework.papers.sources import Sources
from simpul.documents.choices import Kind
from simpul.documents.commands.issue_document import issue_document
from simpul.documents.kinds import Paper
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import note_in_audit

LANGUAGES = ("id", "en")


def frame_of(file: Sources) -> dict[str, object]:
    return {"subject": file.subject, "worker": file.worker, "head": file.head}


def issue(
    actor: Actor,
    case: Case,
    kind: Kind,
    answers: Mapping[str, object],
    *,
    language: str,
    for_client: bool,
    veil: bool,
) -> uuid.UUID:
    """Make the paper of this kind and issue it."""
    file = Sources(actor, case, veil)
    demand_ready(file, kind)
    with translation.override(language if language in LANGUAGES else "id"):
        paper = COMPOSERS[kind](file, frame_of(file), read(kind, answers))
    return hand_out(actor, file, paper, language=language, for_client=for_client)


def demand_ready(file: Sources, kind: Kind) -> None:
    """Refuse a paper whose matter is not in the file yet."""
    wanting = lacking(file, kind)
    if wanting is not None:
        raise WrongStage(wanting)


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
