"""One service with everything that a person needs to get it; an agency with all its services."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from simpul.directory.choices import ServiceStatus
from simpul.directory.models import Agency, Place, Service, ServicePlace
from simpul.directory.rules.hours import Opening, openings_of
from simpul.kernel.actor import Actor
from simpul.kernel.errors import Hidden
from simpul.reference.queries.regions import RegionRow, region_labels
from simpul.safeguards.gate import query

AGENCY_SAYS = (
    "id", "name", "kind", "psks", "description", "region_code", "phone", "email", "website", "source",
    "synthetic", "version",
)  # fmt: skip
SERVICE_SAYS = (
    "id", "name", "agency_id", "description", "status", "phone", "comes_home", "cost", "cost_words",
    "age_from", "age_to", "sexes", "eligibility", "rights", "capacity", "free_places", "waiting_days",
    "capacity_told_at", "checked_at", "version",
)  # fmt: skip


Labels = Mapping[str, RegionRow]


@dataclass(frozen=True)
class PlaceSheet:
    """Where and when. A sealed place has nothing but that it is sealed."""

    id: uuid.UUID
    name: str
    kind: str
    address: str
    region: str
    latitude: float | None
    longitude: float | None
    access: tuple[str, ...]
    sealed: bool
    openings: tuple[Opening, ...] = ()
    open_on_holidays: bool = False


@dataclass(frozen=True)
class ServiceSheet:
    """A service as a client or a worker reads it."""

    id: uuid.UUID
    name: str
    agency_id: uuid.UUID
    agency: str
    agency_kind: str
    agency_phone: str
    website: str
    description: str
    status: str
    terms: tuple[str, ...]
    phone: str
    covers: tuple[str, ...]
    cover_codes: tuple[str, ...]
    comes_home: bool
    cost: str
    cost_words: str
    age_from: int | None
    age_to: int | None
    sexes: str
    eligibility: str
    papers: tuple[str, ...]
    rights: str
    steps: tuple[str, ...]
    languages: tuple[str, ...]
    capacity: int | None
    free_places: int | None
    waiting_days: int | None
    capacity_told_at: datetime | None
    places: tuple[PlaceSheet, ...]
    source: str
    synthetic: bool
    checked_at: datetime | None
    version: int

    @property
    def sealed(self) -> bool:
        return any(place.sealed for place in self.places)


@dataclass(frozen=True)
class AgencySheet:
    """Who helps, with every service that is offered now."""

    id: uuid.UUID
    name: str
    kind: str
    psks: str
    description: str
    region: str
    region_code: str
    phone: str
    email: str
    website: str
    source: str
    synthetic: bool
    version: int
    services: tuple[ServiceSheet, ...]
    places: tuple[PlaceSheet, ...]


@query(silent=True)
def service_sheet(actor: Actor, *, service_id: uuid.UUID) -> ServiceSheet:
    """A service that somebody may use or ask about; one that ended is gone."""
    service = (
        _services().filter(pk=service_id, agency__ended_on=None).exclude(status=ServiceStatus.DEFUNCT).first()
    )
    if service is None:
        raise Hidden
    return _sheets(actor, [service])[0]


@query(silent=True)
def agency_sheet(actor: Actor, *, agency_id: uuid.UUID) -> AgencySheet:
    """An agency with its services and places."""
    agency = Agency.objects.filter(pk=agency_id, ended_on=None).first()
    if agency is None:
        raise Hidden
    services = list(_services().filter(agency=agency).exclude(status=ServiceStatus.DEFUNCT))
    places = list(Place.objects.filter(agency=agency, ended_on=None))
    labels = region_labels(actor, codes=frozenset({agency.region_code, *(one.region_code for one in places)}))
    return AgencySheet(
        **{name: getattr(agency, name) for name in AGENCY_SAYS},
        region=_label(labels, agency.region_code),
        services=_sheets(actor, services),
        places=tuple(_place(one, labels) for one in places),
    )


def _services() -> QuerySet[Service]:
    return Service.objects.select_related("agency").prefetch_related("terms", "at__place")


def _sheets(actor: Actor, services: list[Service]) -> tuple[ServiceSheet, ...]:
    standing = {one.id: [at for at in one.at.all() if at.place.ended_on is None] for one in services}
    codes = {at.place.region_code for ats in standing.values() for at in ats}
    labels = region_labels(
        actor, codes=frozenset({*codes, *(code for one in services for code in one.covers)})
    )
    return tuple(_sheet(one, standing[one.id], labels) for one in services)


def _sheet(service: Service, ats: list[ServicePlace], labels: Labels) -> ServiceSheet:
    agency = service.agency
    return ServiceSheet(
        **{name: getattr(service, name) for name in SERVICE_SAYS},
        papers=tuple(service.papers),
        steps=tuple(service.steps),
        languages=tuple(service.languages),
        agency=agency.name,
        agency_kind=agency.kind,
        agency_phone=agency.phone,
        website=agency.website,
        source=agency.source,
        synthetic=agency.synthetic,
        terms=tuple(term.code for term in service.terms.all()),
        covers=tuple(_label(labels, code) for code in service.covers),
        cover_codes=tuple(service.covers),
        places=tuple(_place(at.place, labels, openings_of(at.openings), at.open_on_holidays) for at in ats),
    )


def _place(
    place: Place, labels: Labels, openings: tuple[Opening, ...] = (), holidays: bool = False
) -> PlaceSheet:
    return PlaceSheet(
        place.id, place.name, place.kind, place.address, _label(labels, place.region_code), place.latitude,
        place.longitude, tuple(place.access), place.sealed, openings, holidays,
    )  # fmt: skip


def _label(labels: Labels, code: str) -> str:
    row = labels.get(code)
    return row.label if row else code
