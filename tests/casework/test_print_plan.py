"""The plan on paper."""

from __future__ import annotations

import pytest

from simpul.casework.commands.print_plan import print_plan
from simpul.casework.errors import WrongStage
from simpul.documents.queries.documents_of import documents_of_case
from simpul.kernel.errors import Hidden
from tests.factories.casework import World, intake, make_world, plan_in_force

pytestmark = pytest.mark.django_db


def test_print_plan_issues_a_document_of_the_case(world: World, audited) -> None:
    case_id = intake(world)
    document_id = print_plan(world.worker, plan_in_force(world, case_id))
    assert [row.id for row in documents_of_case(world.worker, case_id=case_id)] == [document_id]
    assert audited("print_plan").facts["number"] == 1


def test_print_plan_of_nobody_or_of_strangers_is_refused(world: World) -> None:
    unknown = plan_in_force(world, intake(world, client_id=None))
    with pytest.raises(WrongStage):
        print_plan(world.worker, unknown)
    with pytest.raises(Hidden):
        print_plan(make_world().worker, unknown)
