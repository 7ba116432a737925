"""Assigning: one case worker at a time; kin and conflicts are kept out."""

from __future__ import annotations

from datetime import date

import pytest

from simpul.casework.commands.assign_worker import assign_worker
from simpul.casework.errors import TieStands
from simpul.casework.models import Assignment
from simpul.casework.queries.case_file import case_file
from simpul.kernel.errors import Hidden, InvalidInput, Refused
from simpul.notices.models import Notice
from simpul.registry.models import CareTeam
from simpul.workforce.commands.declare_conflict import declare_conflict
from tests.casework.conftest import open_tasks
from tests.factories.casework import World, intake
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db


def test_new_case_worker_replaces_the_old_and_the_file_follows(world: World, audited) -> None:
    case_id = intake(world)
    other = make_staff(office=world.office, unit=world.unit)
    assign_worker(world.supervisor, case_id, staff_id=other.id, reason="Cuti")
    assert case_file(actor_of(other), case_id).row.worker_id == other.id
    with pytest.raises(Hidden):
        case_file(world.worker, case_id)
    standing = CareTeam.objects.filter(person=world.client, left_at=None).values_list("staff_id", flat=True)
    assert list(standing) == [other.id]
    assert Notice.objects.filter(recipient_id=other.id, kind="case_assigned").exists()
    assert audited("assign_worker").facts["role"] == "primary"


def test_assigning_settles_the_request(world: World) -> None:
    case_id = intake(world, worker_id=None)
    assign_worker(world.supervisor, case_id, staff_id=world.worker_staff.id)
    assert "assign_case" not in open_tasks(case_id)


def test_fellow_worker_joins_beside(world: World) -> None:
    case_id = intake(world)
    other = make_staff(office=world.office, unit=world.unit)
    assign_worker(world.supervisor, case_id, staff_id=other.id, role="co")
    assert Assignment.objects.filter(case_id=case_id, until=None).count() == 2
    assert case_file(actor_of(other), case_id)


def test_kin_is_refused(world: World, audited) -> None:
    case_id = intake(world, worker_id=None)
    declare_conflict(world.worker, world.worker_staff.id, person_id=world.client.id, kind="kin")
    with pytest.raises(TieStands):
        assign_worker(world.supervisor, case_id, staff_id=world.worker_staff.id)
    assert audited("assign_worker").outcome == "refused"
    assert not Assignment.objects.filter(case_id=case_id).exists()


def test_case_worker_is_not_made_fellow_worker_and_lost(world: World) -> None:
    with pytest.raises(Refused):
        assign_worker(world.supervisor, intake(world), staff_id=world.worker_staff.id, role="co")


def test_who_left_the_service_is_refused(world: World) -> None:
    gone = make_staff(
        office=world.office, active_from=date(2020, 1, 1), active_until=date(2021, 1, 1), role=None
    )  # fmt: skip
    with pytest.raises(InvalidInput):
        assign_worker(world.supervisor, intake(world), staff_id=gone.id)


def test_who_may_not_work_in_cases_is_no_case_worker(world: World) -> None:
    clerk = make_staff(office=world.office, role="auditor", scope="office")
    with pytest.raises(InvalidInput):
        assign_worker(world.supervisor, intake(world), staff_id=clerk.id)


def test_worker_does_not_assign(world: World) -> None:
    with pytest.raises(Refused):
        assign_worker(world.worker, intake(world), staff_id=world.worker_staff.id)
