"""No case is nobody's."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simpul.casework.commands.close_case import close_case
from simpul.casework.commands.find_orphans import find_orphans
from simpul.casework.models import Assignment, Case
from simpul.kernel.actor import system_actor
from simpul.kernel.clock import now, today
from simpul.kernel.errors import Refused
from simpul.notices.models import Notice
from simpul.safeguards.guarded import writing_as
from simpul.workforce.commands.record_departure import record_departure
from simpul.workforce.errors import DutiesOpen
from simpul.worklist.commands.escalate_tasks import escalate_tasks
from simpul.worklist.models import Task
from tests.casework.conftest import case_now, open_tasks
from tests.factories.casework import CLOSING, World, intake
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db


def test_find_orphans_asks_for_a_worker_and_gives_a_date(world: World, audited) -> None:
    case_id = intake(world)
    with writing_as("casework"):
        Assignment.objects.update(until=now())
        Case.objects.update(next_due=None)
    assert find_orphans(system_actor()) == 2
    assert open_tasks(case_id)["assign_case"].assignee_id == world.supervisor_staff.id
    assert case_now(case_id).next_due is not None
    assert audited("find_orphans").facts["found"] == 2


def test_find_orphans_leaves_cared_for_and_closed_cases_alone(world: World) -> None:
    intake(world)
    lost = {**CLOSING, "reason": "lost", "view": "not_reached"}
    close_case(world.worker, intake(world), **lost)
    assert find_orphans(system_actor()) == 0


def test_find_orphans_is_the_systems_own_act(world: World) -> None:
    with pytest.raises(Refused):
        find_orphans(world.head)


def test_nobody_leaves_while_cases_have_no_other_worker(world: World) -> None:
    intake(world)
    admin = actor_of(make_staff(office=world.office, role="admin", scope="office"))
    with pytest.raises(DutiesOpen):
        record_departure(admin, world.worker_staff.id, kind="resignation", last_day=today())


def test_overdue_task_is_told_to_whoever_stands_above(world: World) -> None:
    case_id = intake(world)
    with writing_as("worklist"):
        Task.objects.filter(case_id=case_id).update(escalate_at=now() - timedelta(hours=1))
    escalate_tasks(system_actor())
    notice = Notice.objects.get(kind="task_overdue")
    assert notice.recipient_id == world.supervisor_staff.id
    assert world.client.full_name not in str(notice.title_facts)
