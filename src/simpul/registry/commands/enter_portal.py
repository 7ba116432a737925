"""A client logs in with her name for the portal and her password."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.registry.doors import door_named
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce.client_logins import password_fits


@command()
def enter_portal(actor: Actor, *, name: str, password: str) -> uuid.UUID | None:
    """The account behind name and password; nothing if they do not fit. The client sees each attempt."""
    door = door_named(name)
    account_id = door.account_id if door and door.opened_at else None
    entered = password_fits(account_id, password)
    if door is not None:
        note_in_audit(subjects=[door.person_id], entered=entered)
    return account_id if entered else None
