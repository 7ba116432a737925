"""A safety plan is written with the client; versions stay."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.casework.commands.write_safety_plan import write_safety_plan
from simpul.casework.models import SafetyPlan
from simpul.casework.queries.case_file import case_file
from simpul.kernel.clock import today
from simpul.kernel.errors import InvalidInput
from tests.casework.conftest import fields_of, open_tasks
from tests.factories.casework import World, intake

pytestmark = pytest.mark.django_db

PARTS = {"signs": "Suara keras", "places": "Rumah Bu RT", "things": "  "}


def test_new_version_stands_beside_the_old(world: World, audited) -> None:
    case_id = intake(world)
    review_on = today() + timedelta(days=14)
    write_safety_plan(world.worker, case_id, parts=PARTS, review_on=review_on)
    write_safety_plan(world.worker, case_id, parts={**PARTS, "people": "Kakak"}, review_on=review_on)
    seen = case_file(world.worker, case_id).safety_plan
    assert seen is not None
    assert (seen.number, dict(seen.parts)["people"], "things" in seen.parts) == (2, "Kakak", False)
    assert SafetyPlan.objects.filter(case_id=case_id).count() == 2
    assert "review_safety_plan" in open_tasks(case_id)
    assert audited("write_safety_plan").facts["number"] == 2


def test_signs_and_somewhere_to_go_are_needed(world: World) -> None:
    with pytest.raises(InvalidInput) as refusal:
        write_safety_plan(
            world.worker, intake(world), parts={"things": "KTP"}, review_on=today() - timedelta(days=1)
        )  # fmt: skip
    assert fields_of(refusal) == {"parts", "review_on"}


def test_unknown_parts_are_refused(world: World) -> None:
    with pytest.raises(InvalidInput):
        write_safety_plan(world.worker, intake(world), parts={**PARTS, "revenge": "x"}, review_on=today())
