"""A client is helped from the door to the end."""

from __future__ import annotations

import pytest

from simpul.casework.commands.advance_stage import advance_stage
from simpul.casework.commands.close_case import close_case
from simpul.casework.commands.record_aftercare import record_aftercare
from simpul.casework.commands.reopen_case import reopen_case
from simpul.casework.models import AftercareVisit, Case
from simpul.casework.queries.case_file import case_file
from simpul.casework.queries.client_view import client_view
from simpul.casework.queries.timeline import case_timeline
from simpul.safeguards.audit import verify
from tests.factories.casework import CLOSING, intake, make_world, walk_to

pytestmark = pytest.mark.django_db


def test_case_walks_from_the_door_to_aftercare_and_back() -> None:
    world = make_world()
    case_id = intake(world)
    walk_to(world, case_id, "review")
    walk_to(world, case_id, "termination")
    close_case(world.worker, case_id, **CLOSING)
    assert Case.objects.get(pk=case_id).stage == "aftercare"
    for visit in AftercareVisit.objects.filter(case_id=case_id):
        record_aftercare(world.worker, visit.id, situation="better", observation="Baik.")
    advance_stage(world.worker, case_id, to="closed")
    reopen_case(world.worker, case_id, reason="Klien datang lagi.")
    seen = case_file(world.worker, case_id)
    assert seen.row.stage == "assessment"
    assert seen.row.client_name == world.client.full_name
    assert case_timeline(world.worker, case_id).entries
    assert client_view(world.client_actor, case_id).goals == ()
    assert verify().sound
