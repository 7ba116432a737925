"""Fills the directory of the demo: who helps, with what, where. All invented, and marked so."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from simpul.config.demo.population import Village
from simpul.directory.commands.add_place import add_place
from simpul.directory.commands.list_agency import list_agency
from simpul.directory.commands.offer_service import ServiceFacts, offer_service
from simpul.directory.commands.tell_capacity import tell_capacity
from simpul.directory.models import Agency
from simpul.kernel.actor import Actor
from simpul.kernel.clock import at

AGENCIES = Path(__file__).resolve().parents[4] / "reference" / "demo-regency" / "agencies.yaml"
SOURCE = "rekaan untuk demo"
CHECKED_BEFORE = (4, 11, 19, 33, 47, 62, 80, 101, 140, 210)  # days
EVERY = {"district": 1, "some": 3, "few": 6}


@dataclass(frozen=True)
class _Seat:
    """Where one agency sits: the name in its name, the code it serves, the village of its house."""

    name: str
    code: str
    village: Village


def fill_directory(keeper: Actor, villages: tuple[Village, ...], code: str, until: datetime) -> int:
    """Enter every agency of the plan with its services; gives the number of services. Done once.

    Most were checked in the last months; a few are old and wait for somebody to ask again.
    """
    if Agency.objects.exists():
        return 0
    chance = random.Random("simpul-demo-directory")
    made = 0
    for number, plan in enumerate(yaml.safe_load(AGENCIES.read_text(encoding="utf-8"))):
        for seat in _seats(plan["where"], villages, code, number):
            with at(until - timedelta(days=chance.choice(CHECKED_BEFORE), hours=chance.randrange(24))):
                made += _enter(keeper, plan, seat, chance)
    return made


def _seats(where: str, villages: tuple[Village, ...], code: str, number: int) -> Iterator[_Seat]:
    if where == "regency":
        yield _Seat(villages[0].regency or code, code, villages[number % max(1, min(17, len(villages)))])
        return
    districts = sorted({village.code[:8] for village in villages})
    for place, district in enumerate(districts):
        if (place + number) % EVERY[where] == 0:
            inside = [village for village in villages if village.code.startswith(district)]
            yield _Seat(inside[0].district or district, district, inside[number % len(inside)])


def _enter(keeper: Actor, plan: dict[str, Any], seat: _Seat, chance: random.Random) -> int:
    phone = f"(0300) 555-{chance.randrange(1000, 9999)}"
    agency_id = list_agency(
        keeper, name=plan["name"].format(place=seat.name), kind=plan["kind"], psks=plan.get("psks", ""),
        region_code=seat.code, description=plan.get("about", ""), phone=phone, source=SOURCE, synthetic=True,
    )  # fmt: skip
    place_id = _place(keeper, agency_id, plan, seat, chance)
    hours = plan.get("hours", "").replace(" / ", "\n")
    for service in plan["services"]:
        service_id = offer_service(
            keeper, agency_id, facts=_facts(service, seat), place_id=place_id, openings=hours,
            open_on_holidays=bool(plan.get("holidays")),
        )  # fmt: skip
        capacity, _slash, free = str(service.get("capacity", "")).partition("/")
        if capacity or "wait" in service:
            tell_capacity(
                keeper, service_id, capacity=int(capacity) if capacity else None,
                free_places=int(free) if free else None, waiting_days=service.get("wait"),
            )  # fmt: skip
    return len(plan["services"])


def _place(keeper: Actor, agency_id: Any, plan: dict[str, Any], seat: _Seat, chance: random.Random) -> Any:
    village = seat.village
    if plan.get("sealed"):
        return add_place(keeper, agency_id, address="Jalan Rekaan No. 1", sealed=True)
    latitude = longitude = None
    if village.lat is not None and village.lng is not None:
        latitude = round(village.lat + chance.uniform(-0.006, 0.006), 5)
        longitude = round(village.lng + chance.uniform(-0.006, 0.006), 5)
    return add_place(
        keeper, agency_id, address=f"Jalan Raya {village.name} No. {chance.randrange(1, 90)}",
        region_code=village.code, access=tuple(plan.get("access", "").split()), latitude=latitude, longitude=longitude,
    )  # fmt: skip


def _facts(service: dict[str, Any], seat: _Seat) -> ServiceFacts:
    low, _dash, high = str(service.get("ages", "")).partition("-")
    return ServiceFacts(
        name=service["name"],
        terms=tuple(service["terms"].split()),
        description=service.get("gives", ""),
        covers=(seat.code,),
        comes_home=bool(service.get("home")),
        cost=service.get("cost", "unknown"),
        cost_words=service.get("cost_words", ""),
        age_from=int(low) if low else None,
        age_to=int(high) if high else None,
        eligibility=service.get("who", ""),
        papers=tuple(service.get("papers", "").split()),
        rights=service.get("rights", ""),
        steps=tuple(service["steps"].split(" / ")) if service.get("steps") else (),
        languages=("Indonesia", "Jawa"),
    )
