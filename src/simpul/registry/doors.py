"""The portal's doors: finding one by the name that was typed, and shutting one."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.registry.models import Person, PortalDoor
from simpul.registry.rules.door_codes import plain
from simpul.safeguards.keys import blind_index
from simpul.workforce.client_logins import close_client_login


def index_of_name(name: str) -> str:
    return blind_index("portal_name", plain(name))


def index_of_code(code: str) -> str:
    return blind_index("portal_code", plain(code))


def door_named(name: str) -> PortalDoor | None:
    """The door that this name belongs to, held for the act that runs."""
    return PortalDoor.objects.select_for_update().filter(name_index=index_of_name(name), shut_at=None).first()


def shut(actor: Actor, person: Person) -> uuid.UUID | None:
    """Close a person's door if it stands open; its name and code are forgotten."""
    door = PortalDoor.objects.select_for_update().filter(person=person, shut_at=None).first()
    if door is None:
        return None
    door.name_index = door.code_index = ""
    door.shut_at = now()
    door.shut_by = actor.id
    door.save()
    close_client_login(door.account_id)
    return door.account_id
