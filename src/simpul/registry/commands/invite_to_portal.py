"""A client gets her own way into her file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput, Refused
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import HandedOver
from simpul.registry.doors import index_of_code, index_of_name
from simpul.registry.models import Person, PortalDoor
from simpul.registry.models.portal import TRIES
from simpul.registry.rules.door_codes import draw_code, draw_name, in_groups
from simpul.safeguards.gate import command, note_in_audit
from simpul.workforce.client_logins import open_client_login

VALID = timedelta(days=7)


@dataclass(frozen=True)
class Invitation:
    """What the worker hands over. Shown this once: only hashes are kept."""

    name: str
    code: str
    until: datetime
    handed_over: str


@command(on=Person, reach=policies.person_reach)
def invite_to_portal(
    actor: Actor, person: Person, *, agreed: bool, handed_over: str, language: str = "id"
) -> Invitation:
    """Make a name and a code that works once within a week. What stood before ends: password, sessions."""
    if person.erased_at or person.merged_into_id or person.deceased_on:
        raise Refused(Text(N_("Nobody can be invited with this file: it is closed, merged or of the dead.")))
    faults = []
    if not agreed:
        words = N_("Ask the client first whether she wants this and whether it is safe for her.")
        faults.append(FieldFault("agreed", Text(words)))
    if handed_over not in HandedOver.values:
        faults.append(FieldFault("handed_over", Text(N_("Say how the client wants to be given this."))))
    if language not in ("id", "en"):
        faults.append(FieldFault("language", Text(N_("Choose one of the languages."))))
    if faults:
        raise InvalidInput(faults)
    name, code, until = draw_name(), draw_code(), now() + VALID
    door = PortalDoor.objects.select_for_update().filter(person=person).first() or PortalDoor(person=person)
    door.account_id = open_client_login(person.id, language)
    door.name_index, door.code_index = index_of_name(name), index_of_code(code)
    door.code_until, door.tries_left, door.handed_over = until, TRIES, handed_over
    door.invited_by, door.invited_at = actor.id, now()
    door.opened_at = door.shut_at = door.shut_by = None
    door.save()
    note_in_audit(handed_over=handed_over)
    return Invitation(in_groups(name, 5), in_groups(code, 4), until, handed_over)
