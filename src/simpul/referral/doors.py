"""The doors of agencies: made with a letter, found by its number, known by who opened them."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from simpul.kernel.actor import Actor, ActorKind, Grant, Role, Scope
from simpul.kernel.clock import now
from simpul.referral.models import PartnerDoor, Referral
from simpul.referral.models.door import TRIES
from simpul.referral.secrecy import outward_name
from simpul.registry.outsiders import Outsider
from simpul.registry.rules.door_codes import draw_code, draw_name, in_groups, plain
from simpul.safeguards.keys import blind_index

VALID = timedelta(days=14)


@dataclass(frozen=True)
class LetterKey:
    """What is handed to the agency. Shown this once: only hashes are kept."""

    referral_id: uuid.UUID
    number: str
    code: str
    until: datetime


def index_of_number(number: str) -> str:
    return blind_index("partner_number", plain(number))


def index_of_code(code: str) -> str:
    return blind_index("partner_code", plain(code))


def cut_key(actor: Actor, referral: Referral) -> LetterKey:
    """A new number and code for this referral; whatever stood before is dead, sessions included."""
    number, code, until = draw_name(), draw_code(), now() + VALID
    door = PartnerDoor.objects.select_for_update().filter(referral=referral).first()
    door = door or PartnerDoor(referral=referral)
    door.number_index, door.code_index = index_of_number(number), index_of_code(code)
    door.code_until, door.tries_left, door.password = until, TRIES, ""
    door.made_by, door.made_at = actor.staff_id or actor.id, now()
    door.opened_at = door.shut_at = None
    door.epoch += 1
    door.save()
    return LetterKey(referral.id, in_groups(number, 5), in_groups(code, 4), until)


def door_numbered(number: str) -> PartnerDoor | None:
    """The door that this number belongs to, held for the act that runs."""
    found: PartnerDoor | None = (
        PartnerDoor.objects.select_for_update()
        .filter(number_index=index_of_number(number), shut_at=None)
        .first()
    )
    return found


def partner_at(door: PartnerDoor) -> Actor:
    """Who acts through this door: an agency, which reaches this one referral and nothing else."""
    return Actor(id=door.id, kind=ActorKind.PARTNER, grants=(Grant(Role.PARTNER, Scope.OWN),))


def known_as(ids: Collection[uuid.UUID]) -> dict[uuid.UUID, Outsider]:
    """How readers from agencies are told to the client: the officer who opened the letter, and where."""
    doors = PartnerDoor.objects.filter(pk__in=list(ids)).select_related("referral__agency", "referral__case")
    return {door.id: Outsider(door.officer, outward_name(door.referral.agency)) for door in doors}
