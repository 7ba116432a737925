"""A service of an agency is entered."""

from __future__ import annotations

import uuid

from simpul.directory import policies
from simpul.directory.commands._edition import new_edition
from simpul.directory.commands._openings import openings_or_fault
from simpul.directory.commands._service import ServiceFacts, carry_terms, demand_sound, write_facts
from simpul.directory.errors import refuse_faults
from simpul.directory.models import Agency, Place, Service, ServicePlace
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit

__all__ = ["ServiceFacts", "offer_service"]


@command(on=Agency, reach=policies.agency_reach)
def offer_service(
    actor: Actor,
    agency: Agency,
    *,
    facts: ServiceFacts,
    place_id: uuid.UUID | None = None,
    openings: str = "",
    open_on_holidays: bool = False,
) -> uuid.UUID:
    """Enter a service, at one of the agency's places or without one. Its writer has checked it now."""
    demand_sound(actor, facts)
    place = Place.objects.filter(agency=agency, pk=place_id, ended_on=None).first() if place_id else None
    hours, fault = openings_or_fault("openings", openings)
    lost = place_id is not None and place is None
    unknown = FieldFault("place_id", Text(N_("Choose a place of this agency."))) if lost else None
    refuse_faults([fault, unknown])
    service = Service(agency=agency, made_by=actor.id, checked_at=now(), checked_by=actor.id)
    write_facts(service, facts)
    service.save()
    carry_terms(service, facts.terms)
    if place is not None:
        ServicePlace.objects.create(
            service=service, place=place, openings=[one.as_facts() for one in hours],
            open_on_holidays=open_on_holidays,
        )  # fmt: skip
    new_edition()
    note_in_audit(service=str(service.id), agency=str(agency.id))
    service_id: uuid.UUID = service.id
    return service_id
