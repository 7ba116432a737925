"""How the agencies of a foreign package become entries."""

from __future__ import annotations

import uuid
from collections import Counter
from typing import Any

from simpul.directory.commands._service import ServiceFacts, carry_terms, write_facts
from simpul.directory.models import Agency, Package, Place, Service, ServicePlace
from simpul.jobs.commands.enqueue_job import enqueue_job
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now

AGENCY = ("name", "description", "kind", "psks", "region_code", "phone", "email", "website")
PLACE = ("kind", "name", "address", "region_code", "latitude", "longitude", "access")


def order_next(actor: Actor, package: Package) -> None:
    """Ask for the next piece of a package to be written."""
    enqueue_job(
        actor,
        kind="directory.write_package",
        key=f"directory.write_package:{package.id}:{package.progress}",
        payload={"package_id": str(package.id)},
    )


def enter_agency(package: Package, facts: dict[str, Any]) -> Counter[str]:
    """Enter what is not here yet, under its own id: a second time there is nothing left to enter."""
    made: Counter[str] = Counter()
    agency = Agency.objects.filter(pk=facts["id"]).first()
    if agency is None:
        agency = Agency.objects.create(
            id=uuid.UUID(facts["id"]), **{name: facts[name] for name in AGENCY}, source=package.source,
            keeper_id=package.office_id, made_by=package.uploaded_by,
        )  # fmt: skip
        made["agencies"] += 1
    elif agency.keeper_id != package.office_id or agency.ended_on is not None:
        return Counter(others=1)
    for one in facts["places"]:
        if not Place.objects.filter(pk=one["id"]).exists():
            Place.objects.create(
                id=uuid.UUID(one["id"]), agency=agency, **{name: one[name] for name in PLACE}
            )
            made["places"] += 1
    own = {str(place_id) for place_id in agency.places.values_list("id", flat=True)}
    for one in facts["services"]:
        if Service.objects.filter(pk=one["id"]).exists():
            made["known"] += 1
        else:
            _enter_service(package, agency, one, own)
            made["services"] += 1
    return made


def _enter_service(package: Package, agency: Agency, told: dict[str, Any], places: set[str]) -> None:
    """A service with its kinds of help and hours. Nobody here has checked it yet, and it says so."""
    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in told["facts"].items()
    }
    facts = ServiceFacts(**given)
    service = Service(id=uuid.UUID(told["id"]), agency=agency, made_by=package.uploaded_by)
    write_facts(service, facts)
    service.covers = list(facts.covers) or [agency.region_code]
    service.capacity, service.free_places = told["capacity"], told["free_places"]
    service.capacity_told_at = now() if told["free_places"] is not None else None
    service.save()
    carry_terms(service, facts.terms)
    for at in told["at"]:
        if at["place_id"] in places and not ServicePlace.objects.filter(pk=at["id"]).exists():
            ServicePlace.objects.get_or_create(
                service=service,
                place_id=uuid.UUID(at["place_id"]),
                defaults={
                    "id": uuid.UUID(at["id"]),
                    "openings": at["openings"],
                    "open_on_holidays": at["open_on_holidays"],
                },
            )
