"""The rating sets the clock; differing from the suggestion asks for a reason that stays visible."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.casework.commands.close_case import close_case
from simpul.casework.commands.rate_risk import rate_risk
from simpul.casework.errors import WrongStage
from simpul.casework.queries.case_file import case_file
from simpul.kernel.clock import now
from simpul.kernel.errors import InvalidInput
from tests.casework.conftest import case_now, fields_of, open_tasks
from tests.factories.casework import CLOSING, World, intake

pytestmark = pytest.mark.django_db


def test_high_risk_gives_a_day(world: World, audited) -> None:
    case_id = intake(world)
    rate_risk(world.worker, case_id, level="high", factors=["weapon"])
    due = case_now(case_id).next_due
    assert due is not None
    assert abs(due - now() - timedelta(hours=24)) < timedelta(minutes=1)
    assert open_tasks(case_id)["contact_client"].urgency == "high"
    assert audited("rate_risk").facts["risk"] == "high"


def test_override_needs_its_reason_and_shows_it(world: World) -> None:
    case_id = intake(world)
    with pytest.raises(InvalidInput) as refusal:
        rate_risk(world.worker, case_id, level="low", factors=["weapon"])
    assert fields_of(refusal) == {"reason"}
    rate_risk(world.worker, case_id, level="low", factors=["weapon"], reason="Senjata sudah disita.")
    seen = case_file(world.worker, case_id).risk
    assert seen is not None
    assert (seen.overridden, seen.reason, seen.suggested) == (True, "Senjata sudah disita.", "high")


def test_unknown_factors_and_levels_are_refused(world: World) -> None:
    with pytest.raises(InvalidInput) as refusal:
        rate_risk(world.worker, intake(world), level="red", factors=["hair"])
    assert fields_of(refusal) == {"level", "factors"}


def test_closed_case_is_not_rated(world: World) -> None:
    case_id = intake(world)
    close_case(world.worker, case_id, **{**CLOSING, "reason": "moved"})
    with pytest.raises(WrongStage):
        rate_risk(world.worker, case_id, level="low")
