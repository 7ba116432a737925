"""Write the head of the log to a file outside the database."""

from __future__ import annotations

from django.db import transaction

from simpul.kernel.actor import Actor
from simpul.safeguards.audit import anchor
from simpul.safeguards.gate import command


@command()
def anchor_log(actor: Actor) -> None:
    """Anchor the chain once this act's own line is in it."""
    transaction.on_commit(anchor)
