"""Whether a client has a way into the portal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.registry import policies
from simpul.registry.models import Person, PortalDoor
from simpul.safeguards.gate import query
from simpul.workforce.queries.staff_names import staff_names


@dataclass(frozen=True)
class PortalAccess:
    """``state``: none, invited, expired (never used in time, or five wrong tries), open, shut."""

    state: str
    invited_at: datetime | None = None
    invited_by: str = ""
    code_until: datetime | None = None
    opened_at: datetime | None = None
    shut_at: datetime | None = None


@query(on=Person, reach=policies.person_reach)
def portal_access(actor: Actor, person: Person) -> PortalAccess:
    """When and by whom she was invited, and how it stands."""
    door = PortalDoor.objects.filter(person=person).first()
    if door is None:
        return PortalAccess("none")
    name = staff_names(actor, ids=[door.invited_by]).get(door.invited_by)
    by = name.titled if name else ""
    return PortalAccess(_state(door), door.invited_at, by, door.code_until, door.opened_at, door.shut_at)


def _state(door: PortalDoor) -> str:
    if door.shut_at:
        return "shut"
    if door.opened_at:
        return "open"
    return "invited" if door.code_until > now() and door.tries_left else "expired"
