"""Keeping the client's answer to a plan."""

from __future__ import annotations

from simpul.casework import people
from simpul.casework.choices import GivenBy
from simpul.casework.errors import Faults, WrongStage
from simpul.casework.models import Agreement, Plan
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text


def lacks(plan: Plan, faults: Faults) -> None:
    """What a plan still lacks before anybody may be asked for a yes."""
    if not plan.goals.exists():
        faults.add("", N_("Write at least one goal in the client's own words."))
    if plan.goals.filter(complete=False).exists():
        faults.add(
            "", N_("Every goal needs a need it stands on, a measure, where we stand and where we want to be.")
        )


def in_the_office(faults: Faults, how: str) -> None:
    """Only the client herself answers in the portal; nobody can do it in her place."""
    if how == GivenBy.PORTAL:
        faults.add("how", N_("Only the client herself answers in the portal. Choose how she said it to you."))


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
