"""Whom a supervisor sees in five seconds: everybody in grave danger whose clock has begun to run."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from simpul.casework.models import Case
from simpul.casework.queries import caseloads
from simpul.casework.queries.caseloads import my_day, supervisor_board
from simpul.kernel.clock import WIB, at, now, today
from simpul.reference.models import RiskTarget
from simpul.safeguards.guarded import writing_as
from tests.factories.casework import CALM, World, intake, make_world
from tests.factories.registry import make_person

pytestmark = pytest.mark.django_db

DANGER = {**CALM, "danger_now": "yes"}
GRAVE = {**CALM, "violence": "yes"}
LATE = (now().astimezone(WIB) + timedelta(days=1)).replace(hour=22, minute=40)


@pytest.fixture
def world() -> World:
    return make_world()


def child(name: str) -> Case:
    return make_person(name, birth_date=today() - timedelta(days=6 * 366)).id


def on_board(world: World) -> list[str]:
    return [row.client_name for row in supervisor_board(world.supervisor).visit_first]


def test_grave_danger_taken_in_late_stays_on_todays_board_past_midnight(world: World) -> None:
    with at(LATE):
        intake(world, client_id=child("Bayu"), screen=GRAVE)
        assert on_board(world) == ["Bayu"]
        assert [row.client_name for row in my_day(world.worker).due] == ["Bayu"]
    with at(LATE + timedelta(hours=2)):
        assert on_board(world) == ["Bayu"]


def test_immediate_danger_with_a_target_in_hours_is_still_todays(world: World) -> None:
    with writing_as("reference"):
        RiskTarget.objects.filter(level="immediate").update(amount=4, unit="hours")
        if not RiskTarget.objects.filter(level="immediate").exists():
            RiskTarget.objects.create(
                level="immediate", position=1, label_id="Segera", label_en="Immediate", amount=4,
                unit="hours",
                meaning_id="-", meaning_en="-", source="test", certainty="own",
            )  # fmt: skip
    with at(LATE):
        case_id = intake(world, client_id=child("Bayu"), screen=DANGER)
        due = Case.objects.get(pk=case_id).next_due
        assert due is not None and due.astimezone(WIB).date() > today()
        assert on_board(world) == ["Bayu"]


def test_the_gravest_stand_first_with_their_age_and_the_number_of_all(world: World) -> None:
    with at(LATE):
        intake(world, client_id=child("Sari"), screen=GRAVE)
        intake(world, client_id=child("Bayu"), screen=DANGER)
        intake(world, screen=CALM)
        board = supervisor_board(world.supervisor, limit=1)
    assert [(row.client_name, row.client_age) for row in board.visit_first] == [("Bayu", 6)]
    assert board.visit_count == 2
    assert board.open_count == 3


def test_grave_danger_without_any_date_is_not_lost(world: World) -> None:
    case_id = intake(world, client_id=child("Bayu"), screen=DANGER)
    with writing_as("casework"):
        Case.objects.filter(pk=case_id).update(next_due=None)
    assert on_board(world) == ["Bayu"]


def test_planted_board_that_ends_tonight_loses_the_child(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tonight(moment: datetime) -> dict[str, datetime]:
        end = moment.astimezone(WIB).replace(hour=23, minute=59, second=59)
        return dict.fromkeys(("", "immediate", "high", "medium", "low"), end)

    monkeypatch.setattr(caseloads, "must_be_seen_by", tonight)
    with at(LATE):
        intake(world, client_id=child("Bayu"), screen=GRAVE)
        assert on_board(world) == []
