"""A barrier from the day it is noted to the day it is settled, with and without a referral."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from simpul.casework.commands.assign_worker import assign_worker
from simpul.kernel.actor import system_actor
from simpul.kernel.clock import at, now, today
from simpul.kernel.errors import Hidden, InvalidInput
from simpul.referral.carrying import lock_anew, records_about
from simpul.referral.choices import BarrierState
from simpul.referral.commands.note_barrier import BarrierGiven, note_barrier
from simpul.referral.commands.settle_barrier import settle_barrier
from simpul.referral.commands.tend_barriers import tend_barriers
from simpul.referral.errors import BarrierSettled
from simpul.referral.models import Barrier, BarrierTry
from simpul.referral.queries.barrier_view import barrier_view
from simpul.referral.queries.referral_view import barriers_of_case
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import AuditLine
from simpul.worklist.models import Task
from tests.factories.referral import House
from tests.factories.workforce import actor_of, make_staff

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def noted(house: House, kind: str = "document") -> uuid.UUID:
    return note_barrier(house.worker, house.case_id, barrier=BarrierGiven(kind))


def task_of(barrier_id: uuid.UUID) -> Task:
    found: Task = Task.objects.get(key=f"referral.barrier:{barrier_id}")
    return found


def test_barrier_without_referral_has_owner_date_and_a_task_that_says_nothing_of_it(house: House) -> None:
    one = noted(house)
    barrier, task = Barrier.objects.get(pk=one), task_of(one)
    assert barrier.referral is None and barrier.owner_id == house.world.worker_staff.id
    assert barrier.due_at == task.due_at == task.escalate_at and barrier.due_at > now() + timedelta(days=6)
    assert task.assignee_id == barrier.owner_id and task.url == f"/hambatan/{one}/"
    said = f"{task.title} {task.title_facts}"
    assert house.world.client.full_name not in said and "document" not in said


def test_tries_stay_one_after_the_other_and_the_last_settles(house: House) -> None:
    one = noted(house)
    day = today() + timedelta(days=3)
    settle_barrier(house.worker, one, tried="Telepon loket: tutup.", result="stands", next_on=day)
    assert task_of(one).due_at.date() == day and task_of(one).state == "open"
    settle_barrier(house.worker, one, tried="Datang bersama ibu klien.", result="overcome")
    view = barrier_view(house.worker, one)
    assert [(t.number, t.tried, t.result) for t in view.tries] == [
        (2, "Datang bersama ibu klien.", "overcome"), (1, "Telepon loket: tutup.", "stands"),
    ]  # fmt: skip
    assert view.row.state == "overcome" and view.row.due_at is None and task_of(one).state == "settled"
    assert barriers_of_case(house.worker, house.case_id)[0].state == "overcome"
    assert view.tries[0].by == house.world.worker_staff.titled_name
    line = AuditLine.objects.filter(act="referral.settle_barrier", outcome="done").latest("seq")
    assert "ibu klien" not in str(line.facts) and line.facts["state"] == "overcome"


@pytest.mark.parametrize("result", [one for one in BarrierState.values if one != "stands"])
def test_settled_barrier_takes_no_further_try(house: House, result: str) -> None:
    one = noted(house)
    settle_barrier(house.worker, one, tried="Surat keterangan desa.", result=result)
    with pytest.raises(BarrierSettled):
        settle_barrier(house.worker, one, tried="Lagi.", result="stands")


def test_bad_answers_are_told_beside_their_question(house: House) -> None:
    one = noted(house)
    early, late = today() - timedelta(days=1), today() + timedelta(days=1)
    for facts, wrong in (
        ({"tried": " ", "result": "vanished"}, {"tried", "result"}),
        ({"tried": "x", "result": "stands", "tried_on": late}, {"tried_on"}),
        ({"tried": "x", "result": "stands", "tried_on": early, "next_on": early}, {"tried_on", "next_on"}),
    ):
        with pytest.raises(InvalidInput) as refusal:
            settle_barrier(house.worker, one, **facts)  # type: ignore[arg-type]
        assert {fault.field for fault in refusal.value.faults} == wrong
    assert not BarrierTry.objects.exists()


def test_stranger_does_not_learn_of_it(house: House) -> None:
    one = noted(house)
    stranger = actor_of(make_staff())
    with pytest.raises(Hidden):
        barrier_view(stranger, one)
    with pytest.raises(Hidden):
        settle_barrier(stranger, one, tried="x", result="overcome")


def test_try_is_never_changed_and_a_settled_barrier_has_no_date(house: House) -> None:
    one = noted(house)
    settle_barrier(house.worker, one, tried="x", result="stands")
    row = BarrierTry.objects.get()
    row.result = "overcome"
    with pytest.raises(TypeError), writing_as("referral"):
        row.save()
    with pytest.raises(IntegrityError), transaction.atomic(), writing_as("referral"):
        Barrier.objects.filter(pk=one).update(state="overcome")


def test_every_hour_barriers_of_earlier_versions_and_of_other_hands_find_an_owner(house: House) -> None:
    one = noted(house)
    with writing_as("referral"):
        Barrier.objects.filter(pk=one).update(owner_id=None, due_at=None)
    with writing_as("worklist"):
        Task.objects.all().delete()
    assert tend_barriers(system_actor()) == 1 and tend_barriers(system_actor()) == 0
    assert task_of(one).assignee_id == house.world.worker_staff.id
    other = make_staff(office=house.world.office, unit=house.world.unit)
    due = Barrier.objects.get(pk=one).due_at
    assign_worker(house.world.supervisor, house.case_id, staff_id=other.id, role="primary")
    with at(now() + timedelta(hours=1)):
        tend_barriers(system_actor())
    barrier = Barrier.objects.get(pk=one)
    assert barrier.owner_id == other.id == task_of(one).assignee_id and barrier.due_at == due


def test_tries_are_locked_anew_with_their_case_when_files_are_separated(house: House) -> None:
    one = noted(house)
    settle_barrier(house.worker, one, tried="Surat keterangan desa.", result="stands")
    with writing_as("referral"):
        assert lock_anew([str(house.case_id)]) == 2
    assert BarrierTry.objects.get().tried == "Surat keterangan desa."
    assert one in records_about([house.world.client.id])
