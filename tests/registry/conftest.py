"""A regency with two offices, their staff, and both databases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from simpul.kernel.actor import Actor
from simpul.safeguards import keys
from simpul.workforce.models import Office, Staff, Unit
from tests.factories.workforce import actor_of, make_office, make_staff


@dataclass(frozen=True)
class Town:
    """Who works where."""

    office: Office
    unit: Unit
    worker_staff: Staff
    worker: Actor
    colleague: Actor
    boss: Actor
    boss_staff: Staff
    protector: Actor
    protector_staff: Staff
    other_office: Office
    stranger: Actor


@pytest.fixture
def town(db: None) -> Town:
    office, other = make_office(), make_office()
    unit = office.units.get()
    worker = make_staff(office=office, unit=unit)
    boss = make_staff(role="supervisor", scope="unit", unit=unit)
    protector = make_staff(role="protection_worker", office=office, unit=unit)
    return Town(
        office=office,
        unit=unit,
        worker_staff=worker,
        worker=actor_of(worker),
        colleague=actor_of(make_staff(office=office, unit=unit)),
        boss=actor_of(boss),
        boss_staff=boss,
        protector=actor_of(protector),
        protector_staff=protector,
        other_office=other,
        stranger=actor_of(make_staff(office=other)),
    )


@pytest.fixture(autouse=True)
def _keys_are_forgotten() -> Iterator[None]:
    keys.forget()
    yield
    keys.forget()
