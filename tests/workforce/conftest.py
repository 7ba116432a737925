"""A regency with two administrators, a head, a supervisor and workers."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from simpul.kernel.actor import Actor
from simpul.workforce.models import Office, Staff
from tests.factories.workforce import actor_of, make_office, make_staff


@dataclass(frozen=True)
class House:
    """An office and who works there; every member as staff, ``act`` makes the actor."""

    office: Office
    admin: Staff
    other_admin: Staff
    head: Staff
    supervisor: Staff
    worker: Staff
    colleague: Staff

    def act(self, who: str) -> Actor:
        return actor_of(getattr(self, who))


@pytest.fixture
def house(db: object) -> House:
    office = make_office(region_code="99.01")
    return House(
        office=office,
        admin=make_staff(role="admin", scope="area", office=office, area="99"),
        other_admin=make_staff(role="admin", scope="area", office=office, area="99"),
        head=make_staff(role="head_of_office", scope="office", office=office),
        supervisor=make_staff(role="supervisor", scope="unit", office=office),
        worker=make_staff(office=office),
        colleague=make_staff(office=office),
    )
