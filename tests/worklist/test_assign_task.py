"""Tasks: one key is one duty, owners see their own, what is overdue goes up once."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from simpul.kernel.actor import Actor, Role, Scope, system_actor
from simpul.kernel.clock import now
from simpul.kernel.errors import Hidden
from simpul.kernel.text import Text
from simpul.safeguards import gate
from simpul.safeguards.permissions import matrix
from simpul.worklist import escalation
from simpul.worklist.commands.assign_task import assign_task
from simpul.worklist.commands.escalate_tasks import escalate_tasks
from simpul.worklist.commands.settle_task import settle_task
from simpul.worklist.commands.tick_off_task import tick_off_task
from simpul.worklist.models import Task
from simpul.worklist.queries.tasks import my_tasks, unit_tasks
from tests.safeguards.conftest import worker

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@gate.command()
def try_assigning(actor: Actor, **facts: object) -> uuid.UUID:
    defaults = {"key": "k", "kind": "contact_client", "title": Text("Contact %(ref)s", {"ref": "KS-1"})}
    return assign_task(actor, **{**defaults, "due_at": now() + timedelta(hours=2), **facts})


@gate.command()
def try_settling(actor: Actor, *, key: str) -> bool:
    return settle_task(actor, key=key)


@pytest.fixture(autouse=True)
def _permitted() -> object:
    for act in (try_assigning, try_settling):
        matrix()[act.act.name] = {Role.SOCIAL_WORKER: "x"}
    yield
    for act in (try_assigning, try_settling):
        matrix().pop(act.act.name)


def staff(role: Role = Role.SOCIAL_WORKER, scope: Scope = Scope.OWN) -> Actor:
    return replace(worker(scope=scope, role=role), staff_id=uuid.uuid4())


def test_same_key_brings_the_task_up_to_date_instead_of_doubling_it() -> None:
    actor = staff()
    first = try_assigning(actor, assignee_id=actor.staff_id)
    second = try_assigning(actor, assignee_id=actor.staff_id, urgency="immediate")
    assert first == second
    assert Task.objects.get().urgency == "immediate"


def test_owner_sees_the_task_and_a_stranger_does_not() -> None:
    actor, stranger = staff(), staff()
    task_id = try_assigning(actor, assignee_id=actor.staff_id)
    assert [row.id for row in my_tasks(actor)] == [task_id]
    assert str(my_tasks(actor)[0].title) == "Contact KS-1"
    assert my_tasks(stranger) == ()
    with pytest.raises(Hidden):
        tick_off_task(stranger, task_id)


def test_supervisor_of_the_office_sees_what_is_overdue() -> None:
    actor = staff()
    boss = replace(staff(Role.SUPERVISOR, Scope.OFFICE), office_id=actor.office_id)
    boss = replace(boss, grants=tuple(replace(grant, office_id=actor.office_id) for grant in boss.grants))
    try_assigning(
        actor, assignee_id=actor.staff_id, office_id=actor.office_id, due_at=now() - timedelta(hours=1)
    )
    assert [row.overdue for row in unit_tasks(boss, overdue_only=True)] == [True]
    assert unit_tasks(staff(Role.SUPERVISOR, Scope.OFFICE)) == ()


def test_settled_task_leaves_the_list_and_the_same_key_opens_it_again() -> None:
    actor = staff()
    task_id = try_assigning(actor, assignee_id=actor.staff_id)
    tick_off_task(actor, task_id)
    tick_off_task(actor, task_id)
    assert my_tasks(actor) == ()
    assert try_settling(actor, key="k") is False
    assert try_assigning(actor, assignee_id=actor.staff_id) == task_id
    assert len(my_tasks(actor)) == 1


def test_overdue_task_is_escalated_once(monkeypatch: pytest.MonkeyPatch, time_machine: object) -> None:
    told: list[str] = []
    monkeypatch.setattr(escalation, "_listeners", [lambda _actor, task: told.append(task.key)])
    actor = staff()
    try_assigning(actor, assignee_id=actor.staff_id, due_at=now() + timedelta(hours=2))
    assert escalate_tasks(system_actor()) == 0
    time_machine.move_to(now() + timedelta(hours=3))
    assert escalate_tasks(system_actor()) == 1
    assert escalate_tasks(system_actor()) == 0
    assert told == ["k"]
