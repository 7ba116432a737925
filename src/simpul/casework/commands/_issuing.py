"""Issuing one paper of a case: gathered from the file, worded by the worker, handed to the documents."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from django.utils import translation

from simpul.casework.errors import WrongStage
from simpul.casework.models import Case
from simpul.casework.papers.compose import COMPOSERS, read
from simpul.casework.papers.handing import LANGUAGES, frame_of, hand_out
from simpul.casework.papers.ready import lacking
from simpul.casework.papers.sources import Sources
from simpul.documents.choices import Kind
from simpul.kernel.actor import Actor


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
