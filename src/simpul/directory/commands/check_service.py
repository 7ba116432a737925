"""Somebody made sure that an entry still holds."""

from __future__ import annotations

from simpul.directory import policies
from simpul.directory.commands._edition import new_edition
from simpul.directory.models import Service
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import command


@command(on=Service, reach=policies.service_reach)
def check_service(actor: Actor, service: Service) -> None:
    """Say that the entry was compared with the agency today and holds. Nothing else changes."""
    service.checked_at, service.checked_by = now(), actor.id
    service.save(update_fields=["checked_at", "checked_by"])
    new_edition()
