"""The family drawn and told in words, for the file or the client."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace

from django.utils import translation

from simpul.casework import policies
from simpul.casework.commands._issuing import demand_ready
from simpul.casework.models import Case
from simpul.casework.papers.handing import LANGUAGES, hand_out
from simpul.casework.papers.sources import Sources
from simpul.documents.choices import Kind
from simpul.documents.kinds import GenogramPrint
from simpul.engines.diagrams import describe_genogram, draw_genogram
from simpul.kernel.actor import Actor
from simpul.kernel.text import Text
from simpul.registry.queries.genogram import genogram_of
from simpul.safeguards.gate import command


@command(on=Case, reach=policies.case_reach, consent="casework")
def issue_genogram(
    actor: Actor,
    case: Case,
    *,
    answers: Mapping[str, object],
    language: str = "id",
    for_client: bool = False,
    veil: bool = False,
) -> uuid.UUID:
    """Draw it from the registry as it stands; names are covered where the subject is protected."""
    file = Sources(actor, case, veil)
    demand_ready(file, Kind.GENOGRAM)
    assert case.client_id is not None
    drawn = genogram_of(actor, case.client_id)
    subject = file.subject
    if subject.protected:
        labels = tuple(person.label for person in drawn.persons)
        subject = replace(subject, also_veiled=tuple(dict.fromkeys((*subject.also_veiled, *labels))))
    with translation.override(language if language in LANGUAGES else "id"):
        paper = GenogramPrint(
            subject=subject,
            worker=file.worker,
            head=file.head,
            svg=draw_genogram(drawn, say=_say, ink="print", legend="right"),
            words=tuple(describe_genogram(drawn)),
        )
    return hand_out(actor, file, paper, language=language, for_client=for_client)


def _say(text: Text) -> str:
    params = {name: _say(value) if isinstance(value, Text) else value for name, value in text.params.items()}
    sentence = translation.gettext(text.msgid)
    return sentence % params if params else sentence
