"""A small act of our own, so that the gate is tested apart from any domain."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

import pytest
from django.db.models import Q, QuerySet

from simpul.kernel.actor import Actor, ActorKind, Grant, Role, Scope
from simpul.safeguards import gate
from simpul.safeguards.commands.record_consent import record_consent
from simpul.safeguards.models import LegalHold
from simpul.safeguards.permissions import matrix
from simpul.safeguards.reach import reach


def hold_reach(actor: Actor, act: str) -> Q:
    return reach(actor, act, own=Q(set_by=actor.id), subject="subject_id")


@gate.command()
def try_making(actor: Actor, *, subject_id: uuid.UUID, fail: bool = False) -> uuid.UUID:
    hold = LegalHold.objects.create(subject_id=subject_id, ground="test", set_by=actor.id)
    gate.note_in_audit(subjects=[subject_id])
    if fail:
        raise RuntimeError("after the write")
    return hold.id


@gate.command(on=LegalHold, reach=hold_reach)
def try_changing(actor: Actor, hold: LegalHold, *, ground: str) -> None:
    hold.ground = ground
    hold.save()


@gate.command(on=LegalHold, reach=hold_reach, consent="casework")
def try_with_consent(actor: Actor, hold: LegalHold) -> None:
    hold.ground = "with consent"
    hold.save()


@gate.command()
def try_consenting(actor: Actor, *, subject_id: uuid.UUID, **facts: object) -> uuid.UUID:
    return record_consent(actor, subject_id=subject_id, **facts)


@dataclass(frozen=True)
class HoldRow:
    id: uuid.UUID
    subject_ids: tuple[uuid.UUID, ...]


@gate.query(on=LegalHold, reach=hold_reach)
def try_reading(actor: Actor, hold: LegalHold) -> HoldRow:
    return HoldRow(hold.id, (hold.subject_id,))


@gate.query(over=LegalHold, reach=hold_reach)
def try_listing(actor: Actor, holds: QuerySet[LegalHold]) -> tuple[HoldRow, ...]:
    return tuple(HoldRow(hold.id, (hold.subject_id,)) for hold in holds)


ACTS = (try_making, try_changing, try_with_consent, try_consenting, try_reading, try_listing)


@pytest.fixture(autouse=True)
def _acts_are_permitted() -> object:
    for act in ACTS:
        matrix()[act.act.name] = {Role.SOCIAL_WORKER: "x", Role.SYSTEM: "x"}
    yield
    for act in ACTS:
        matrix().pop(act.act.name)


def worker(scope: Scope = Scope.OWN, role: Role = Role.SOCIAL_WORKER, **facts: object) -> Actor:
    office = uuid.uuid4()
    return Actor(
        id=uuid.uuid4(),
        kind=ActorKind.STAFF,
        grants=(Grant(role, scope, office_id=office, **facts),),
        office_id=office,
    )
