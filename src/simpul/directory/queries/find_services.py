"""Search by need: plain words or taxonomy codes in, ranked services with their reasons out."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache

from simpul.directory.choices import Cost, ServiceStatus
from simpul.directory.freshness import checked_before
from simpul.directory.models import Edition, Place, Service
from simpul.directory.rules.hours import moment_of, openings_of
from simpul.engines.matching import Answer, Ask, Matcher, Offer, Term
from simpul.kernel.actor import Actor, system_actor
from simpul.kernel.clock import WIB, now, today
from simpul.kernel.text import Text
from simpul.reference.queries.regions import region_labels
from simpul.reference.queries.taxonomy import taxonomy
from simpul.safeguards.gate import query

MOST = 50


@dataclass(frozen=True)
class FoundService:
    """One answer: the service, why it is here, what speaks against it, what is not known."""

    service_id: uuid.UUID
    name: str
    agency: str
    place: str
    phone: str
    fit: str
    reasons: tuple[Text, ...]
    against: tuple[Text, ...]
    unknown: tuple[Text, ...]
    kilometres: float | None
    open_now: bool | None
    latitude: float | None
    longitude: float | None
    kind: str
    region_code: str = ""


@dataclass(frozen=True)
class FoundServices:
    """The answers with what was understood; ``version`` names the engine that ranked."""

    rows: tuple[FoundService, ...]
    heard: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    version: str = ""
    total: int = field(default=0)


@query(silent=True)
def find_services(actor: Actor, *, ask: Ask, limit: int = 12) -> FoundServices:
    """The services that answer a need. Nothing of what is asked is kept or logged.

    A region without a point stands at its centroid. ``ask.moment`` is set to this moment in western Indonesia
    when "open only" is asked.
    """
    edition = Edition.objects.filter(singleton=True).values_list("token", flat=True).first()
    matcher, about = _matcher(edition, today().toordinal(), actor.language)
    if ask.latitude is None and ask.region:
        row = region_labels(actor, codes=frozenset({ask.region})).get(ask.region)
        ask = replace(ask, latitude=row.lat, longitude=row.lng) if row else ask
    if ask.moment is None:
        ask = replace(ask, moment=moment_of(now().astimezone(WIB)))
    answer = matcher.rank(ask, limit=max(1, min(limit, MOST)))
    return _told(answer, about, len(matcher.offers))


def _told(answer: Answer, about: dict[str, tuple[str, ...]], total: int) -> FoundServices:
    rows = []
    for match in answer.matches:
        agency, place, phone, region = about[match.offer.id]
        offer = match.offer
        rows.append(
            FoundService(
                uuid.UUID(offer.id.partition("/")[0]),
                offer.name,
                agency,
                place,
                phone,
                match.fit.value,
                match.reasons,
                match.against,
                match.unknown,
                match.kilometres,
                match.open_now,
                offer.latitude,
                offer.longitude,
                offer.kind,
                region,
            )
        )
    heard = tuple(one.term.label for one in answer.heard)
    return FoundServices(tuple(rows), heard, answer.corrected, answer.version, total)


@lru_cache(maxsize=4)
def _matcher(
    edition: uuid.UUID | None, day: int, language: str
) -> tuple[Matcher, dict[str, tuple[str, ...]]]:
    """The index of one edition on one day. All of it is open to everybody: sealed places have no point."""
    overdue = checked_before()
    offers: list[Offer] = []
    about: dict[str, tuple[str, ...]] = {}
    services = Service.objects.filter(status=ServiceStatus.ACTIVE, agency__ended_on=None)
    places = services.select_related("agency").prefetch_related("terms", "at__place")
    for service in places.iterator(chunk_size=2000):
        for offer, place in _offers(service, overdue):
            offers.append(offer)
            where = (place.name or place.address, place.region_code) if place else ("", "")
            phone = service.phone or service.agency.phone
            about[offer.id] = (service.agency.name, where[0], phone, where[1])
    terms = [
        Term(row.code, row.label(language), (*row.words_id, *row.words_en, row.label_id), row.answered_by)
        for row in taxonomy(system_actor())
        if row.kind != "area"
    ]
    return Matcher(offers, terms), about


def _offers(service: Service, overdue: datetime) -> list[tuple[Offer, Place | None]]:
    """One offer for each place; one without a place when there is none."""
    standing = [at for at in service.at.all() if at.place.ended_on is None]
    plain = Offer(
        str(service.id),
        service.name,
        tuple(term.code for term in service.terms.all()),
        f"{service.agency.name} {service.description}",
        covers=tuple(service.covers),
        ages=(service.age_from, service.age_to),
        sexes=service.sexes,
        free={Cost.FREE: True, Cost.SOME: False}.get(Cost(service.cost)),
        comes_home=service.comes_home,
        free_places=service.free_places,
        waiting_days=service.waiting_days,
        languages=tuple(service.languages),
        documents=tuple(service.papers),
        kind=service.agency.kind,
        days_unchecked=(now() - service.checked_at).days if service.checked_at else None,
        overdue=service.checked_at is not None and service.checked_at < overdue,
    )
    if not standing:
        return [(plain, None)]
    return [
        (
            replace(
                plain,
                id=f"{service.id}/{at.place_id}",
                latitude=at.place.latitude,
                longitude=at.place.longitude,
                access=tuple(at.place.access),
                hours=tuple(m for one in openings_of(at.openings) for m in one.minutes()),
                sealed=at.place.sealed,
            ),
            at.place,
        )
        for at in standing
    ]
