"""The language in which the house speaks to somebody."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command
from simpul.workforce.faults import refuse_faults, unknown_choice
from simpul.workforce.models import Account


@command()
def choose_language(actor: Actor, *, language: str) -> None:
    """Speak this language to me, on the screen and in mail."""
    refuse_faults([unknown_choice("language", language, ("id", "en"))])
    Account.objects.filter(pk=actor.id).update(language=language)
