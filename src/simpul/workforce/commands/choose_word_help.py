"""Whether the aid for respectful words looks over somebody's shoulder."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command
from simpul.workforce.models import Account


@command()
def choose_word_help(actor: Actor, *, wanted: bool) -> None:
    """Suggest kinder words to me while I write, or leave me alone; nobody else's switch moves."""
    Account.objects.filter(pk=actor.id).update(word_help=wanted)
