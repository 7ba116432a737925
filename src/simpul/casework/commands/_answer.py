"""Keeping the client's answer to a plan."""

from __future__ import annotations

from simpul.casework import people
from simpul.casework.choices import GivenBy
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Agreement, Plan
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text


def keep_answer(
    actor: Actor, plan: Plan, *, agreed: bool, how: str, client_words: str, witness: str
) -> Agreement:
    if plan.state != "draft":
        raise WrongStage(Text(N_("The client has answered this version already.")))
    faults = Faults()
    faults.one_of(GivenBy, how=how)
    faults.settle()
    made: Agreement = Agreement.objects.create(
        case=plan.case, by_id=people.author(actor), plan=plan, agreed=agreed, how=how,
        client_words=client_words, witness=witness,
    )  # fmt: skip
    return made
