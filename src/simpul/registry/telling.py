"""Telling the right people: supervisors of a place, the protection team of a person."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.text import Text
from simpul.notices.commands.notify import notify
from simpul.registry.models import ImportBatch, Person, ProtectionTeam
from simpul.workforce.queries.staff_names import staff_names, supervisors_of


def tell_supervisors(
    actor: Actor, *places: tuple[uuid.UUID | None, uuid.UUID | None], kind: str, title: Text, url: str
) -> int:
    """Put a notice before those who supervise these (unit, office) places. Runs inside a command."""
    to: set[uuid.UUID] = set()
    for unit_id, office_id in places:
        if unit_id or office_id:
            to |= set(supervisors_of(actor, unit_id=unit_id, office_id=office_id))
    to.discard(actor.staff_id or actor.id)
    return notify(actor, to=to, kind=kind, title=title, url=url, mail=True) if to else 0


def tell_protection_team(actor: Actor, person: Person, *, kind: str, title: Text, url: str) -> int:
    """Put a notice before the protection team of a sealed person. Runs inside a command."""
    team = ProtectionTeam.objects.filter(person=person, removed_at=None)
    to = set(team.values_list("staff_id", flat=True)) - {actor.staff_id}
    return notify(actor, to=to, kind=kind, title=title, url=url, mail=True) if to else 0


def tell_uploader(actor: Actor, batch: ImportBatch, title: Text) -> int:
    """Put a notice before whoever uploaded the file. Runs inside a command."""
    names = staff_names(actor, ids=[batch.uploaded_by])
    to = {name.staff_id for name in names.values()}
    return notify(actor, to=to, kind="import_progress", title=title, url=f"/impor/{batch.id}/") if to else 0
