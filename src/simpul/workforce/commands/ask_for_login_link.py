"""Somebody forgot a password."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.refs import new_id
from simpul.safeguards.gate import command
from simpul.workforce.logins import FORGOTTEN, order_login_link


@command()
def ask_for_login_link(actor: Actor, *, account_id: uuid.UUID | None) -> None:
    """Order the letter. An unknown address takes the same way and the same time, and gets no letter."""
    order_login_link(actor, account_id or new_id(), FORGOTTEN)
