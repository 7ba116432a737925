"""The letter with which a client comes to another office."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from simpul.casework import policies
from simpul.casework.commands._issuing import issue
from simpul.casework.models import Case
from simpul.documents.choices import Kind
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command


@command(on=Case, reach=policies.case_reach)
def issue_introduction_letter(
    actor: Actor,
    case: Case,
    *,
    answers: Mapping[str, object],
    language: str = "id",
    for_client: bool = False,
    veil: bool = False,
) -> uuid.UUID:
    """Issue it with the worker's texts (``papers.fields``) and what the file says."""
    kind = Kind.INTRODUCTION_LETTER
    return issue(actor, case, kind, answers, language=language, for_client=for_client, veil=veil)
