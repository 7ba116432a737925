"""Somebody looked at failed work and wants it tried again."""

from __future__ import annotations

from django.db.models import Q

from simpul.jobs.models import Job, JobState
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command
from simpul.safeguards.reach import EVERYTHING


def job_reach(actor: Actor, act: str) -> Q:
    """Work holds identifiers only; who may see the board sees all of it."""
    return EVERYTHING


@command(on=Job, reach=job_reach)
def retry_job(actor: Actor, job: Job) -> None:
    """Put failed work back in the queue with its attempts counted anew."""
    if job.state != JobState.FAILED:
        raise Refused(Text(N_("Only failed work can be tried again.")))
    job.state = JobState.READY
    job.attempts = 0
    job.run_after = now()
    job.save()
