"""How many places a service has left."""

from __future__ import annotations

from simpul.directory import policies
from simpul.directory.commands._edition import new_edition
from simpul.directory.models import Service
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit


@command(on=Service, reach=policies.service_reach)
def tell_capacity(
    actor: Actor,
    service: Service,
    *,
    capacity: int | None = None,
    free_places: int | None = None,
    waiting_days: int | None = None,
) -> None:
    """Keep what the agency tells of its room now. Nothing told is unknown, not none."""
    if capacity is not None and free_places is not None and free_places > capacity:
        raise InvalidInput([FieldFault("free_places", Text(N_("More places are free than there are.")))])
    service.capacity, service.free_places, service.waiting_days = capacity, free_places, waiting_days
    service.capacity_told_at = now()
    service.save(update_fields=["capacity", "free_places", "waiting_days", "capacity_told_at"])
    new_edition()
    note_in_audit(free=free_places, days=waiting_days)
