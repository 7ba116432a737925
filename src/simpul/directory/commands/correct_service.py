"""What an entry says about a service is put right."""

from __future__ import annotations

from simpul.directory import policies
from simpul.directory.commands._edition import new_edition
from simpul.directory.commands._service import ServiceFacts, carry_terms, demand_sound, write_facts
from simpul.directory.errors import demand_version
from simpul.directory.models import Service
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import command

__all__ = ["ServiceFacts", "correct_service"]


@command(on=Service, reach=policies.service_reach)
def correct_service(actor: Actor, service: Service, *, version: int, facts: ServiceFacts) -> None:
    """Correct a service's entry, read at a version. Whoever corrects it has checked it."""
    demand_version(service.version, version)
    demand_sound(actor, facts)
    write_facts(service, facts)
    service.changed_at = service.checked_at = now()
    service.checked_by = actor.id
    service.version += 1
    service.save()
    carry_terms(service, facts.terms)
    new_edition()
