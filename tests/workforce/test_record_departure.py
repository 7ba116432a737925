"""Away, covered, gone: no case is without somebody."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import timedelta

import pytest

from simpul.kernel.actor import ActorKind
from simpul.kernel.clock import today
from simpul.kernel.errors import InvalidInput
from simpul.kernel.text import N_, Text
from simpul.workforce import departure
from simpul.workforce.commands.arrange_cover import arrange_cover
from simpul.workforce.commands.end_cover import end_cover
from simpul.workforce.commands.record_absence import record_absence
from simpul.workforce.commands.record_departure import record_departure
from simpul.workforce.errors import DutiesOpen, NotYours
from simpul.workforce.models import Departure, Staff
from simpul.workforce.queries.staff_list import absences, covers
from tests.factories.workforce import actor_of, make_staff
from tests.workforce.conftest import House

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
DAY = today()
WEEK = DAY + timedelta(days=7)


@pytest.fixture
def cases() -> Iterator[dict[uuid.UUID, int]]:
    """What casework will register: open cases by worker."""
    held: dict[uuid.UUID, int] = {}

    def check(staff_id: uuid.UUID) -> list[departure.Duty]:
        text = Text(N_("Open cases: %(count)s"), {"count": held.get(staff_id, 0)})
        return [departure.Duty(text, held.get(staff_id, 0))]

    departure.register(check)
    yield held
    departure.unregister(check)


def test_departure_is_refused_while_cases_are_open_and_allowed_after(
    house: House, cases: dict[uuid.UUID, int]
) -> None:
    cases[house.worker.id] = 4
    with pytest.raises(DutiesOpen) as caught:
        record_departure(house.act("head"), house.worker.id, kind="transfer", last_day=DAY)
    assert [str(one) for one in caught.value.duties] == ["Open cases: 4"]
    assert Departure.objects.count() == 0
    assert Staff.objects.get(pk=house.worker.id).active_until is None
    cases.clear()
    record_departure(house.act("head"), house.worker.id, kind="transfer", last_day=DAY)
    assert Staff.objects.get(pk=house.worker.id).active_until == DAY


def test_planted_missing_check_would_orphan_cases(house: House, cases: dict[uuid.UUID, int]) -> None:
    """The sabotage: the check is not registered. Then the departure passes, so the check is what stops it."""
    cases[house.worker.id] = 4
    for check in list(departure._checks):
        departure.unregister(check)
    record_departure(house.act("head"), house.worker.id, kind="transfer", last_day=DAY)
    assert Departure.objects.count() == 1


def test_past_last_day_ends_access_at_once(house: House) -> None:
    gone = make_staff(office=house.office, active_from=DAY - timedelta(days=30))
    record_departure(house.act("head"), gone.id, kind="retirement", last_day=DAY - timedelta(days=1))
    assert actor_of(gone).kind is ActorKind.PUBLIC


def test_nobody_records_his_own_departure(house: House) -> None:
    with pytest.raises(NotYours):
        record_departure(house.act("head"), house.head.id, kind="transfer", last_day=WEEK)


def test_promised_cover_holds_a_departure_back(house: House) -> None:
    arrange_cover(
        house.act("supervisor"), house.worker.id, covering_id=house.colleague.id, starts_on=DAY, ends_on=WEEK
    )
    with pytest.raises(DutiesOpen, match="duties"):
        record_departure(house.act("head"), house.colleague.id, kind="transfer", last_day=DAY)


def test_cover_lends_the_cases_and_ends(house: House) -> None:
    cover_id = arrange_cover(
        house.act("supervisor"), house.worker.id, covering_id=house.colleague.id, starts_on=DAY, ends_on=WEEK
    )
    assert house.act("colleague").covers == (house.worker.id,)
    assert [row.id for row in covers(house.act("colleague"))] == [cover_id]
    end_cover(house.act("supervisor"), cover_id)
    assert house.act("colleague").covers == ()


def test_cover_needs_a_fit_colleague(house: House) -> None:
    boss = house.act("supervisor")
    record_absence(house.act("colleague"), house.colleague.id, kind="leave", starts_on=DAY, ends_on=WEEK)
    desk = make_staff(role="front_desk", office=house.office)
    for unfit in (house.colleague, desk, house.worker, make_staff()):
        with pytest.raises(InvalidInput) as caught:
            arrange_cover(boss, house.worker.id, covering_id=unfit.id, starts_on=DAY, ends_on=WEEK)
        assert [fault.field for fault in caught.value.faults] == ["covering_id"]
    with pytest.raises(InvalidInput):
        arrange_cover(
            boss, house.worker.id, covering_id=make_staff(office=house.office).id, starts_on=DAY,
            ends_on=DAY + timedelta(days=200),
        )  # fmt: skip


def test_absences_are_seen_with_their_cover(house: House) -> None:
    record_absence(house.act("worker"), house.worker.id, kind="sick", starts_on=DAY, ends_on=WEEK)
    with pytest.raises(InvalidInput):
        record_absence(house.act("worker"), house.worker.id, kind="sick", starts_on=WEEK, ends_on=WEEK)
    arrange_cover(
        house.act("supervisor"), house.worker.id, covering_id=house.colleague.id, starts_on=DAY, ends_on=WEEK
    )
    (row,) = absences(house.act("supervisor"))
    assert (row.staff_id, row.covered_by) == (house.worker.id, (house.colleague.full_name,))
