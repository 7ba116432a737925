"""The officer comes back with the letter's number and her password."""

from __future__ import annotations

import uuid

from django.contrib.auth.hashers import check_password, make_password

from simpul.kernel.actor import Actor
from simpul.referral.doors import door_numbered
from simpul.referral.models.door import TRIES
from simpul.safeguards.gate import command, note_in_audit


@command()
def enter_partner_door(actor: Actor, *, number: str, password: str) -> tuple[uuid.UUID, int] | None:
    """The door and its epoch; nothing if they do not fit, whatever the reason. Five misses shut it."""
    door = door_numbered(number)
    if door is None or not door.password:
        make_password(password)  # a wrong answer costs as much as a right one
        return None
    fits = check_password(password, door.password) and door.tries_left > 0
    door.tries_left = TRIES if fits else max(door.tries_left - 1, 0)
    door.save()
    note_in_audit(subjects=door.audit_subjects(), entered=fits)
    return (door.id, door.epoch) if fits else None
