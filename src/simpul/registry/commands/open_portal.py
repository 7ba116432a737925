"""The first time: a client proves with her one-time code who she is and chooses a password."""

from __future__ import annotations

import uuid
from hmac import compare_digest

from django.contrib.auth.hashers import make_password

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.registry.doors import door_named, index_of_code
from simpul.registry.models import PortalDoor
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce.client_logins import password_fault, set_client_password


@command()
def open_portal(actor: Actor, *, name: str, code: str, password: str) -> uuid.UUID | None:
    """The account that is open now; nothing if name and code do not fit, whatever the reason."""
    if fault := password_fault(password):
        raise InvalidInput([FieldFault("password", fault)])
    door = door_named(name)
    index = index_of_code(code)
    fits = _fits(door, index)
    if door is None or not fits:
        make_password(password)  # a wrong answer costs as much as a right one
        if door is not None:
            _count_miss(door)
        return None
    set_client_password(door.account_id, password)
    door.code_index = ""
    door.opened_at = now()
    door.save()
    note_in_audit(subjects=[door.person_id], entered=True)
    return door.account_id


def _fits(door: PortalDoor | None, index: str) -> bool:
    same = compare_digest(door.code_index if door else "", index)
    return same and door is not None and door.tries_left > 0 and door.code_until > now()


def _count_miss(door: PortalDoor) -> None:
    """Five wrong codes and the code is dead; the client sees that somebody tried."""
    door.tries_left = max(door.tries_left - 1, 0)
    door.save()
    note_in_audit(subjects=[door.person_id], entered=False)
