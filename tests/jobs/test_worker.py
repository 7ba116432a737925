"""Background work: nothing lost, nothing doubled, failures tried again and then shown."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest

from simpul.jobs import handlers, worker
from simpul.jobs.commands.enqueue_job import enqueue_job
from simpul.jobs.commands.retry_job import retry_job
from simpul.jobs.models import Job, JobState
from simpul.kernel.actor import Actor, Role, system_actor
from simpul.kernel.clock import now
from simpul.safeguards import gate, unit
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.models import LegalHold
from simpul.safeguards.permissions import matrix

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@gate.command()
def try_enqueueing(actor: Actor, *, key: str, fail: bool = False) -> None:
    enqueue_job(actor, kind="test.work", key=key, payload={"key": key})
    if fail:
        raise RuntimeError


@pytest.fixture(autouse=True)
def _permitted(monkeypatch: pytest.MonkeyPatch) -> object:
    matrix()["tests.try_enqueueing"] = matrix()["jobs.try_enqueueing"] = {Role.SYSTEM: "x"}
    yield
    matrix().pop("jobs.try_enqueueing")
    matrix().pop("tests.try_enqueueing")


@pytest.fixture
def effects(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    done: list[str] = []
    monkeypatch.setitem(handlers.HANDLERS, "test.work", lambda payload: done.append(payload["key"]))
    return done


class _Died(RuntimeError):
    """The machine stops between the commit of the work and its mark."""


def _dies(app: str) -> object:
    if _dying:
        raise _dying.pop()
    return writing_as(app)


_dying: list[Exception] = []


def order(key: str = "a", **facts: object) -> None:
    try_enqueueing(system_actor(), key=key, **facts)


def test_ordered_work_is_done_once_however_often_it_is_ordered(effects: list[str]) -> None:
    order()
    order()
    assert worker.work_off() == 1
    assert worker.work_off() == 0
    assert effects == ["a"]
    assert Job.objects.get().state == JobState.DONE


def test_work_of_a_failed_act_was_never_ordered(effects: list[str]) -> None:
    with pytest.raises(RuntimeError):
        order(fail=True)
    assert worker.work_off() == 0
    assert effects == []


def test_lease_of_a_dead_worker_runs_out_and_the_work_is_done(
    effects: list[str], time_machine: object
) -> None:
    order()
    assert worker.claim() is not None
    assert worker.work_off() == 0
    time_machine.move_to(now() + worker.LEASE + timedelta(seconds=1))
    assert worker.work_off() == 1
    assert effects == ["a"]


def test_the_only_worker_begins_with_what_one_before_it_left(
    effects: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    order()
    dead = worker.claim()
    with monkeypatch.context() as patch:
        patch.setattr(worker, "connection", SimpleNamespace(vendor="postgresql"))
        assert worker.take_up_left() == 0, "beside others nobody knows whether the other one lives"
        patch.setattr(worker, "connection", SimpleNamespace(vendor="sqlite"))
        assert worker.take_up_left() == 1
    assert dead is not None and worker.perform(dead) is False
    assert worker.work_off() == 1
    assert effects == ["a"]


def test_long_work_lets_others_write_before_the_next(
    effects: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stood: list[str] = []
    monkeypatch.setattr(worker, "stand_back", lambda: stood.append("back"))
    monkeypatch.setattr(worker, "LONG", 3600)
    order("a")
    worker.work_off()
    assert stood == []
    monkeypatch.setattr(worker, "LONG", -1)
    order("b")
    worker.work_off()
    assert stood == ["back"]


@pytest.mark.parametrize(("vendor", "inside", "rests"), [
    ("sqlite", False, 1), ("sqlite", True, 0), ("postgresql", False, 0),
])  # fmt: skip
def test_only_a_writer_on_sqlite_outside_a_transaction_stands_back(
    vendor: str, inside: bool, rests: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rested: list[float] = []
    monkeypatch.setattr(unit, "connection", SimpleNamespace(vendor=vendor, in_atomic_block=inside))
    monkeypatch.setattr(unit.time, "sleep", rested.append)
    unit.stand_back()
    assert len(rested) == rests
    assert all(0.1 < rest < 1 for rest in rested), "longer than a waiting writer sleeps between two looks"


def test_worker_whose_lease_ran_out_does_nothing(effects: list[str], time_machine: object) -> None:
    order()
    slow = worker.claim()
    time_machine.move_to(now() + worker.LEASE + timedelta(seconds=1))
    assert worker.work_off() == 1
    assert worker.perform(slow) is False
    assert effects == ["a"]


def test_failing_work_leaves_no_half_effect_waits_longer_and_is_shown_at_last(
    monkeypatch: pytest.MonkeyPatch, time_machine: object
) -> None:
    def half(payload: dict[str, object]) -> None:
        with writing_as("safeguards"):
            LegalHold.objects.create(subject_id=system_actor().id, ground="half", set_by=system_actor().id)
        raise OSError("mail server away")

    monkeypatch.setitem(handlers.HANDLERS, "test.work", half)
    order()
    for attempt in range(1, worker.MOST_ATTEMPTS + 1):
        assert worker.work_off() == 0
        job = Job.objects.get()
        assert job.attempts == attempt
        time_machine.move_to(now() + worker.backoff(attempt) + timedelta(seconds=1))
    assert LegalHold.objects.count() == 0
    assert (job.state, job.last_error) == (JobState.FAILED, "OSError")
    retry_job(system_actor(), job.id)
    assert Job.objects.get().state == JobState.READY


def test_work_apart_opens_no_transaction_of_its_own_and_is_done_again_when_the_mark_was_lost(
    monkeypatch: pytest.MonkeyPatch, time_machine: object
) -> None:
    units: list[object] = []
    monkeypatch.setitem(handlers.HANDLERS, "test.work", lambda payload: units.append(unit.current()))
    monkeypatch.setattr(worker, "APART", {"test.work"})
    order()
    dying = worker.claim()
    _dying.append(_Died())
    with monkeypatch.context() as cut:
        cut.setattr(worker, "writing_as", _dies)
        assert worker.perform(dying) is False
    assert units == [None], "nobody waits for the thinking of work that is apart"
    assert Job.objects.get().state == JobState.READY
    time_machine.move_to(now() + worker.backoff(1) + timedelta(seconds=1))
    assert worker.work_off() == 1
    assert units == [None, None]


def test_work_apart_whose_lease_ran_out_does_nothing(
    effects: list[str], monkeypatch: pytest.MonkeyPatch, time_machine: object
) -> None:
    monkeypatch.setattr(worker, "APART", {"test.work"})
    order()
    slow = worker.claim()
    time_machine.move_to(now() + worker.LEASE + timedelta(seconds=1))
    assert worker.work_off() == 1
    assert worker.perform(slow) is False
    assert effects == ["a"]


def test_planted_worker_that_marks_first_loses_the_work(
    effects: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted defect of many queues: "done" before the effect; a crash between them loses it."""
    order()
    job = worker.claim()
    with writing_as("jobs"):
        Job.objects.filter(pk=job.pk).update(state=JobState.DONE)
    assert worker.work_off() == 0
    assert effects == []


def test_recurring_duty_is_done_once_an_interval(
    monkeypatch: pytest.MonkeyPatch, time_machine: object
) -> None:
    done: list[int] = []
    duty = handlers.Recurring("test.duty", timedelta(hours=1), lambda: done.append(1))
    monkeypatch.setattr(worker, "RECURRING", {"test.duty": duty})
    assert [worker.beat_all(), worker.beat_all()] == [1, 0]
    time_machine.move_to(now() + timedelta(minutes=61))
    assert worker.beat_all() == 1
    assert len(done) == 2
