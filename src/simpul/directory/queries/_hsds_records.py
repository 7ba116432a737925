"""Entries as HSDS 3.1 records. A sealed place gives nothing but that it is reached by telephone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _

from simpul.directory.choices import Access, Cost, Paper
from simpul.directory.models import Agency, Place, Service, ServicePlace
from simpul.directory.rules.hours import openings_of
from simpul.directory.rules.hsds.names import NamedTerm, made_id
from simpul.directory.rules.hsds.tables import KINDS
from simpul.kernel.clock import WIB
from simpul.reference.queries.regions import RegionRow

REGION_KIND = "Kode wilayah Kemendagri"
UNKNOWN = "-"  # an address must have a post code, and nobody here uses them
Record = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """What the records need beside the entries: names of regions and terms, hours from UTC, our address."""

    regions: Mapping[str, RegionRow]
    terms: Mapping[tuple[str, str], NamedTerm]
    hours_east: float
    origin: str

    def name(self, code: str) -> str:
        row = self.regions.get(code)
        return row.name if row else code


def written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def sealed(service: Service) -> bool:
    """Whether any place of a service is protected, also one that ended."""
    return any(at.place.sealed for at in service.at.all())


def last_change(service: Service) -> datetime:
    """When anything of what is published about a service last changed."""
    moments = [service.changed_at, service.checked_at, service.capacity_told_at, service.agency.changed_at]
    moments += [at.place.changed_at for at in service.at.all()]
    return max(moment for moment in moments if moment)


def organization_list(agency: Agency) -> Record:
    """An organization without what is nested in it."""
    found: Record = {"id": str(agency.id), "name": agency.name}
    found["description"] = agency.description or agency.get_kind_display()
    if KINDS["email"](agency.email):
        found["email"] = agency.email
    if KINDS["uri"](agency.website):
        found["website"] = agency.website
    return found


def organization(
    agency: Agency, places: Iterable[Place], services: Iterable[Service], told: Told, *, whole: bool
) -> Record:
    """An organization with its phones, places, kind and services (by name, or ``whole``)."""
    found, standing = organization_list(agency), list(places)
    if agency.phone:
        found["phones"] = [_phone(agency.id, agency.phone, organization_id=str(agency.id))]
    found["locations"] = [location(one, told) for one in standing if one.ended_on is None]
    facts = [("system", agency.kind, ""), ("facts", "source", agency.source)]
    facts += [("psks", agency.psks, "")] if agency.psks else []
    if not any(one.sealed for one in standing):
        facts.append(("facts", "region", agency.region_code))
    found["services"] = [
        service(one, told) if whole else {"id": str(one.id), "name": one.name, "status": one.status}
        for one in services
    ]
    return _filled(found | {"attributes": _attributes(agency.id, "organization", facts, told)})


def service_list(service: Service, told: Told) -> Record:
    """A service without what is nested in it, but for who offers it."""
    flat: Record = {
        "id": str(service.id),
        "organization_id": str(service.agency_id),
        "name": service.name,
        "description": service.description,
        "url": f"{told.origin}/bantuan/{service.id}/",
        "status": service.status,
        "application_process": "\n".join(service.steps),
        "fees_description": service.cost_words,
        "wait_time": _("%(days)s days") % {"days": service.waiting_days} if service.waiting_days else "",
        "eligibility_description": service.eligibility,
        "minimum_age": service.age_from,
        "maximum_age": service.age_to,
        "assured_date": service.checked_at.astimezone(WIB).date().isoformat() if service.checked_at else "",
        "alert": _("Invented for the demonstration; nobody answers there.")
        if service.agency.synthetic
        else "",
        "last_modified": written(last_change(service)),
    }
    return _filled(flat) | {"organization": organization_list(service.agency)}


def service(one: Service, told: Told) -> Record:
    """A service with everything that belongs to it."""
    return service_list(one, told) | _filled(_nested(one, told))


def _nested(one: Service, told: Told) -> Record:
    own, key = {"service_id": str(one.id)}, one.id
    phone = one.phone or one.agency.phone
    areas = [] if sealed(one) else one.covers
    papers, at = dict(Paper.choices), [a for a in one.at.all() if a.place.ended_on is None]
    return {
        "phones": [_phone(key, phone, **own)] if phone else [],
        "service_areas": [
            {"id": made_id(key, "area", code), **own, "name": told.name(code), "extent": code,
             "extent_type": REGION_KIND}
            for code in areas
        ],
        "service_at_locations": [_at(a, told) for a in at],
        "languages": [
            {"id": made_id(key, "language", name), **own, "name": name} for name in one.languages
        ],
        "cost_options": _costs(one),
        "required_documents": [
            {"id": made_id(key, "paper", code), **own, "document": str(papers.get(code, code))}
            for code in one.papers
        ],
        "capacities": _capacities(one),
        "attributes": _attributes(key, "service", _service_facts(one), told),
    }  # fmt: skip


def service_at_location_list(at: ServicePlace, told: Told) -> Record:
    """A service at a place, with both as lists show them."""
    return _ids(at) | {
        "location": location_list(at.place),
        "service": service_list(at.service, told),
    }


def service_at_location(at: ServicePlace, told: Told) -> Record:
    """A service at a place, with everything of both."""
    whole = service(at.service, told)
    del whole["service_at_locations"]
    return _at(at, told) | {"service": whole}


def _ids(at: ServicePlace) -> Record:
    return {"id": str(at.id), "service_id": str(at.service_id), "location_id": str(at.place_id)}


def _at(at: ServicePlace, told: Told) -> Record:
    found = _ids(at) | {"location": location(at.place, told)}
    if at.place.sealed:
        return found
    facts = [("facts", "holidays", "true")] if at.open_on_holidays else []
    found["schedules"] = [
        {
            "id": made_id(at.id, "hours", number),
            "service_at_location_id": str(at.id),
            "timezone": told.hours_east,
            "wkst": "MO",
            "freq": "WEEKLY",
            "interval": 1,
            "byday": ",".join(hours.days),
            "opens_at": hours.opens,
            "closes_at": hours.closes,
        }
        for number, hours in enumerate(openings_of(at.openings))
    ]
    return _filled(found | {"attributes": _attributes(at.id, "service_at_location", facts, told)})


def location_list(place: Place) -> Record:
    """A place without what is nested in it. A sealed one is its id alone."""
    found: Record = {"id": str(place.id), "location_type": place.kind}
    found["organization_id"] = str(place.agency_id)
    if place.sealed:
        return found | {"location_type": "virtual"}
    found |= {"name": place.name, "latitude": place.latitude, "longitude": place.longitude}
    if place.region_code:
        found |= {"external_identifier": place.region_code, "external_identifier_type": REGION_KIND}
    return _filled(found)


def location(place: Place, told: Told) -> Record:
    """A place with its address and what helps to get in."""
    found = location_list(place)
    if place.sealed:
        return found
    access, key = dict(Access.choices), {"location_id": str(place.id)}
    found["accessibility"] = [
        {"id": made_id(place.id, code), **key, "description": str(access.get(code, code)), "details": code}
        for code in place.access
    ]
    if place.address:
        found["addresses"] = [{"id": made_id(place.id, "address"), **key, **_address(place, told)}]
    return _filled(found)


def _address(place: Place, told: Told) -> Record:
    parts = place.region_code.split(".")
    above = [told.name(".".join(parts[:depth])) for depth in range(1, len(parts) + 1)]
    province, regency, *below = [*above, UNKNOWN, UNKNOWN][: max(2, len(above))] if place.region_code else (
        UNKNOWN, UNKNOWN,
    )  # fmt: skip
    return _filled(
        {
            "address_1": place.address,
            "address_2": ", ".join(reversed(below)),
            "city": regency,
            "state_province": province,
            "postal_code": UNKNOWN,
            "country": "ID",
            "address_type": "postal" if place.kind == "postal" else "physical",
        }
    )


def _phone(key: object, number: str, **own: str) -> Record:
    return {"id": made_id(key, "phone"), **own, "number": number, "type": "voice"}


def _costs(one: Service) -> list[Record]:
    if one.cost == Cost.UNKNOWN:
        return []
    told: Record = {"id": made_id(one.id, "cost"), "service_id": str(one.id)}
    told |= {"option": str(Cost(one.cost).label), "currency": "IDR"}
    if one.cost == Cost.FREE:
        told["amount"] = 0
    return [_filled(told | {"amount_description": one.cost_words})]


def _capacities(one: Service) -> list[Record]:
    if one.free_places is None:
        return []
    unit = {"id": made_id("unit", "place"), "name": "tempat"}
    told = {"id": made_id(one.id, "capacity"), "service_id": str(one.id), "unit_id": unit["id"], "unit": unit}
    moment = one.capacity_told_at or one.changed_at
    return [
        _filled(told | {"available": one.free_places, "maximum": one.capacity, "updated": written(moment)})
    ]


def _service_facts(one: Service) -> list[tuple[str, str, str]]:
    found = [("simpul", term.code, "") for term in one.terms.all()]
    found += [("facts", "rights", one.rights)] if one.rights else []
    found += [("facts", "comes-home", "true")] if one.comes_home else []
    return found + ([("facts", "sexes", one.sexes)] if one.sexes else [])


def _attributes(key: object, entity: str, facts: list[tuple[str, str, str]], told: Told) -> list[Record]:
    found = []
    for taxonomy, code, value in facts:
        term = told.terms.get((taxonomy, code)) or NamedTerm(taxonomy, code, code, code)
        one: Record = {"id": made_id(key, taxonomy, code), "link_id": str(key), "taxonomy_term_id": term.id}
        one |= {"link_type": taxonomy, "link_entity": entity, "value": value, "label": term.name}
        found.append(_filled(one) | {"taxonomy_term": term.record()})
    return found


def _filled(record: Record) -> Record:
    """Only what is known: an empty column says nothing."""
    return {name: value for name, value in record.items() if value not in (None, "", [])}
