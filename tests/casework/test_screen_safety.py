"""A screen may raise the risk at once, never lower it."""

from __future__ import annotations

import pytest

from simpul.casework.commands.screen_safety import screen_safety
from simpul.casework.models import SafetyScreen
from simpul.kernel.errors import Hidden, InvalidInput
from tests.casework.conftest import case_now, open_tasks
from tests.factories.casework import CALM, World, intake, make_world

pytestmark = pytest.mark.django_db


def test_danger_raises_the_risk_and_brings_the_contact_forward(world: World, audited) -> None:
    case_id = intake(world)
    screen_safety(world.worker, case_id, answers={**CALM, "injured": "yes"}, words="Luka di lengan.")
    assert case_now(case_id).risk == "immediate"
    assert open_tasks(case_id)["contact_client"].urgency == "immediate"
    assert SafetyScreen.objects.filter(case_id=case_id).count() == 2
    assert audited("screen_safety").facts["suggested"] == "immediate"


def test_calm_screen_does_not_lower_the_risk(world: World) -> None:
    case_id = intake(world, screen={**CALM, "danger_now": "yes"})
    screen_safety(world.worker, case_id, answers=CALM)
    assert case_now(case_id).risk == "immediate"


def test_gaps_are_refused(world: World) -> None:
    with pytest.raises(InvalidInput):
        screen_safety(world.worker, intake(world), answers={"danger_now": "no"})


def test_stranger_does_not_find_the_case(world: World, audited) -> None:
    case_id = intake(world)
    with pytest.raises(Hidden):
        screen_safety(make_world().worker, case_id, answers=CALM)
    assert audited("screen_safety").outcome == "hidden"


def test_an_answer_to_a_question_that_is_not_asked_is_refused(world: World) -> None:
    case_id = intake(world)
    with pytest.raises(InvalidInput) as refusal:
        screen_safety(world.worker, case_id, answers={**CALM, "weapons": "yes"})
    assert "weapons" in str(refusal.value.faults[0].text)
    assert SafetyScreen.objects.filter(case_id=case_id).count() == 1
