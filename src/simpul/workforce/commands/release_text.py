"""Kept text has arrived where it belongs, or is not wanted."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.safeguards.gate import command
from simpul.workforce import policies
from simpul.workforce.models import HeldText


@command(on=HeldText, reach=policies.own_account)
def release_text(actor: Actor, held: HeldText) -> None:
    """Forget a kept form."""
    held.delete()
