"""Forms to be asked, and the words that other apps use to speak about them."""

from __future__ import annotations

import uuid
from functools import lru_cache

from simpul.instruments.models import InstrumentVersion
from simpul.instruments.policies import instrument_reach
from simpul.instruments.rules import (
    Answers,
    AnswerSet,
    Asked,
    Choice,
    Fault,
    Form,
    FormState,
    Group,
    Kind,
    Message,
    Node,
    Question,
    Repeat,
    Voice,
    Words,
    dotted,
    put,
    range_bounds,
    undotted,
)
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query

__all__ = [
    "AnswerSet",
    "Answers",
    "Asked",
    "Choice",
    "Fault",
    "Form",
    "FormState",
    "Group",
    "Kind",
    "Message",
    "Node",
    "Question",
    "Repeat",
    "Voice",
    "Words",
    "dotted",
    "instrument_form",
    "put",
    "range_bounds",
    "undotted",
]


@query(on=InstrumentVersion, reach=instrument_reach, silent=True)
def instrument_form(actor: Actor, version: InstrumentVersion) -> Form:
    """One version of a form, ready to be evaluated; retired versions too, because answers outlive them."""
    return _form(version.pk)


@lru_cache(maxsize=128)
def _form(version_id: uuid.UUID) -> Form:
    """Versions never change, so each process reads each of them once."""
    compiled = InstrumentVersion.objects.values_list("compiled", flat=True).get(pk=version_id)
    return Form.read(compiled, version_id)
