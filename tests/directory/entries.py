"""Entries of the directory for tests."""

from __future__ import annotations

import uuid
from typing import Any

from simpul.directory.commands.add_place import add_place
from simpul.directory.commands.list_agency import list_agency
from simpul.directory.commands.offer_service import ServiceFacts, offer_service
from simpul.kernel.actor import Actor


def make_agency(actor: Actor, **facts: Any) -> uuid.UUID:
    facts.setdefault("name", "Puskesmas Contoh")
    facts.setdefault("kind", "societal")
    facts.setdefault("region_code", "35.69")
    facts.setdefault("source", "kata petugas")
    return list_agency(actor, **facts)


def make_service(actor: Actor, agency_id: uuid.UUID, **facts: Any) -> uuid.UUID:
    place = {name: facts.pop(name) for name in ("place_id", "openings", "open_on_holidays") if name in facts}
    facts.setdefault("name", "Pengobatan umum")
    facts.setdefault("terms", ("primary-care",))
    return offer_service(actor, agency_id, facts=ServiceFacts(**facts), **place)


def make_shelter(actor: Actor) -> uuid.UUID:
    """A safe house whose address is a marker that must appear nowhere."""
    agency = make_agency(actor, name="Rumah Aman", phone="0800-111")
    place = add_place(actor, agency, address=SECRET, sealed=True)
    return make_service(actor, agency, name="Tempat berlindung", terms=("safe-house",), place_id=place)


SECRET = "Jalan Sunyi Sekali No. 17"
