"""The first time: an officer opens the letter with its code, says who she is, and chooses a password."""

from __future__ import annotations

import uuid
from hmac import compare_digest

from django.contrib.auth.hashers import make_password

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.referral.course import take_step
from simpul.referral.doors import door_numbered, index_of_code, partner_at
from simpul.referral.models import PartnerDoor
from simpul.referral.rules.loop import Act, State
from simpul.referral.sharing import may_go
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce.client_logins import password_fault


@command()
def open_partner_door(
    actor: Actor, *, number: str, code: str, officer: str, password: str
) -> tuple[uuid.UUID, int] | None:
    """The door that is open now, with its epoch; nothing if number and code do not fit."""
    faults = []
    if fault := password_fault(password):
        faults.append(FieldFault("password", fault))
    if not officer.strip():
        faults.append(
            FieldFault("officer", Text(N_("Write your name and your post: the client sees who read.")))
        )
    if faults:
        raise InvalidInput(faults)
    door, index = door_numbered(number), index_of_code(code)
    hashed = make_password(password)  # a wrong answer costs as much as a right one
    same = compare_digest(door.code_index if door else "", index)
    if door is None or not (same and door.tries_left > 0 and door.code_until > now()):
        _count_miss(door)
        return None
    door.code_index, door.password, door.officer = "", hashed, officer.strip()[:160]
    door.opened_at, door.tries_left = now(), type(door)._meta.get_field("tries_left").default
    door.epoch += 1
    door.save()
    note_in_audit(subjects=door.audit_subjects(), entered=True)
    referral = door.referral.locked()
    if referral.state == State.SENT and may_go(referral):
        take_step(partner_at(door), referral, Act.RECEIVE, State.RECEIVED)
    return door.id, door.epoch


def _count_miss(door: PartnerDoor | None) -> None:
    """Five wrong codes and the code is dead; the client sees that somebody tried."""
    if door is None:
        return
    door.tries_left = max(door.tries_left - 1, 0)
    door.save()
    note_in_audit(subjects=door.audit_subjects(), entered=False)
