"""The worker: takes work with a lease, does it in one transaction with its "done", tries again later.

A database effect happens exactly once, because it commits together with the mark. An effect outside (mail)
can happen twice if the machine dies between sending and committing, and therefore carries the job's key.
Work that is ``apart`` commits by itself and asks of its records how far it is.
"""

from __future__ import annotations

import logging
import threading
import time
import uuid
from datetime import timedelta

from django.db import close_old_connections, connection, transaction
from django.db.models import Q

from simpul.jobs.handlers import APART, HANDLERS, RECURRING, Recurring
from simpul.jobs.models import Beat, Job, JobState
from simpul.kernel.clock import now
from simpul.safeguards.guarded import writing_as
from simpul.safeguards.unit import stand_back, writing_unit

LEASE = timedelta(minutes=2)
MOST_ATTEMPTS = 8
LONG = 0.05
_log = logging.getLogger("simpul.jobs")


def backoff(attempts: int) -> timedelta:
    """How long to wait after a failed attempt.

    >>> [int(backoff(n).total_seconds()) for n in (1, 2, 3, 7)]
    [10, 40, 90, 490]
    """
    return timedelta(seconds=10 * attempts * attempts)


def claim() -> Job | None:
    """Take the next piece of work that is ready, or whose worker let its lease run out."""
    moment = now()
    due = Q(state=JobState.READY, run_after__lte=moment) | Q(state=JobState.RUNNING, lease_until__lt=moment)
    with transaction.atomic(), writing_as("jobs"):
        skip = connection.features.has_select_for_update_skip_locked
        job: Job | None = (
            Job.objects.select_for_update(skip_locked=skip).filter(due).order_by("run_after").first()
        )
        if job is None:
            return None
        job.state = JobState.RUNNING
        job.attempts += 1
        job.lease = uuid.uuid4()
        job.lease_until = moment + LEASE
        job.save()
    return job


def perform(job: Job) -> bool:
    """Do one claimed piece of work; returns whether it is done."""
    try:
        mine = Job.objects.filter(pk=job.pk, lease=job.lease, state=JobState.RUNNING)
        if job.kind in APART and mine.exists():
            HANDLERS[job.kind](dict(job.payload))
        with writing_unit():
            held = mine.select_for_update()
            if not held.exists():
                return False  # the lease ran out and another worker has it
            if job.kind not in APART:
                HANDLERS[job.kind](dict(job.payload))
            with writing_as("jobs"):
                held.update(state=JobState.DONE, done_at=now(), last_error="", lease=None, lease_until=None)
    except Exception as fault:
        _log.warning("job %s attempt %s failed: %s", job.kind, job.attempts, type(fault).__name__)
        _give_back(job, fault)
        return False
    return True


def _give_back(job: Job, fault: Exception) -> None:
    failed = job.attempts >= MOST_ATTEMPTS
    with transaction.atomic(), writing_as("jobs"):
        Job.objects.filter(pk=job.pk, lease=job.lease).update(
            state=JobState.FAILED if failed else JobState.READY,
            run_after=now() + backoff(job.attempts),
            last_error=type(fault).__name__,
            lease=None,
            lease_until=None,
        )


def _beat(duty: Recurring) -> bool:
    """Do a recurring duty if its time has come; the row's lock keeps two workers from doing it twice."""
    with writing_unit(), writing_as("jobs"):
        beat, _made = Beat.objects.get_or_create(name=duty.name)
        beat = Beat.objects.select_for_update().get(pk=beat.pk)
        if beat.last_at is not None and now() < beat.last_at + duty.every:
            return False
        beat.last_at = now()
        beat.save()
    duty.do()
    return True


def beat_all() -> int:
    """Do every recurring duty whose time has come; a failing one does not stop the others."""
    count = 0
    for duty in RECURRING.values():
        try:
            count += _beat(duty)
        except Exception:
            _log.exception("recurring duty %s failed", duty.name)
    return count


def work_off(limit: int = 10_000) -> int:
    """Do all work that is ready now; returns how many pieces were done."""
    done = 0
    for _ in range(limit):
        job = claim()
        if job is None:
            break
        began = time.monotonic()
        done += perform(job)
        if time.monotonic() - began > LONG:
            stand_back()
    return done


def take_up_left() -> int:
    """On SQLite the only worker begins: what one before it left is ready at once, not after its lease."""
    if connection.vendor != "sqlite":
        return 0
    with transaction.atomic(), writing_as("jobs"):
        left = Job.objects.filter(state=JobState.RUNNING)
        return left.update(state=JobState.READY, lease=None, lease_until=None)


def run(stop: threading.Event, pause: float = 1.0) -> None:
    """Work until told to stop."""
    fresh = True
    while not stop.is_set():
        try:
            if fresh:
                take_up_left()
                fresh = False
            beat_all()
            if work_off() == 0:
                stop.wait(pause)
        except Exception:  # the database may be away: wait, try again
            _log.exception("worker could not reach its work")
            stop.wait(5)
        finally:
            close_old_connections()
