"""Referrals for tests, made by the acts themselves.

house = make_house()                   # a world with a case, an agency and its service
key = sent(house)                      # consent, draft, sending; number and code
partner = opened(key)                  # the agency at its door
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from simpul.casework.commands.record_case_consent import ConsentGiven
from simpul.kernel.actor import Actor, public_actor
from simpul.referral.commands.draft_referral import ReferralGiven, draft_referral
from simpul.referral.commands.open_partner_door import open_partner_door
from simpul.referral.commands.record_referral_consent import record_referral_consent
from simpul.referral.commands.send_referral import send_referral
from simpul.referral.doors import LetterKey, partner_at
from simpul.referral.models import PartnerDoor, Referral
from tests.directory.entries import make_agency, make_service
from tests.factories.casework import World, intake, make_world
from tests.factories.reference import load_referral_tables

PASSWORD = "tiga ekor kucing"
YES = {"identity": True, "health": True, "narrative": False}


@dataclass(frozen=True)
class House:
    """A world in which somebody can be referred."""

    world: World
    case_id: uuid.UUID
    service_id: uuid.UUID

    @property
    def worker(self) -> Actor:
        return self.world.worker


def make_house(**facts: Any) -> House:
    load_referral_tables()
    world = make_world(**facts)
    return House(world, intake(world), make_service(world.worker, make_agency(world.worker)))


def drafted(house: House, **facts: Any) -> uuid.UUID:
    follows_id = facts.pop("follows_id", None)
    facts = {
        "service_id": house.service_id, "asked": "Pemeriksaan gula darah dan obat rutin.",
        "wanted": ("identity", "health", "narrative"),
        "told": {"health": "Sering pusing sejak Mei.", "narrative": "Suami pergi."}, **facts,
    }  # fmt: skip
    return draft_referral(house.worker, house.case_id, given=ReferralGiven(**facts), follows_id=follows_id)


def allow(house: House, referral_id: uuid.UUID, **items: bool) -> uuid.UUID:
    """The client's consent for this agency; by default name and health, but not her story."""
    given = ConsentGiven(given_how="signed", items=items or YES)
    return record_referral_consent(house.worker, referral_id, consent=given)


def sent(house: House, **facts: Any) -> LetterKey:
    referral_id = drafted(house, **facts)
    allow(house, referral_id)
    return send_referral(house.worker, referral_id)


def opened(key: LetterKey) -> Actor:
    """The agency's officer opens the letter."""
    found = open_partner_door(
        public_actor(), number=key.number, code=key.code, officer="Ns. Rina, perawat", password=PASSWORD
    )
    assert found is not None
    return partner_at(PartnerDoor.objects.get(pk=found[0]))


def referral_now(referral_id: uuid.UUID) -> Referral:
    return Referral.objects.select_related("case").get(pk=referral_id)
