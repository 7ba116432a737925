"""What the worker has done, does and could not do."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from simpul.jobs.models import Job
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class JobRow:
    """One piece of work and how far it is."""

    id: uuid.UUID
    kind: str
    state: str
    attempts: int
    last_error: str
    made_at: datetime
    done_steps: int
    all_steps: int


@query(silent=True)
def job_board(actor: Actor, *, state: str = "", limit: int = 100) -> tuple[JobRow, ...]:
    """Work in the queue, latest first."""
    jobs = Job.objects.order_by("-made_at")
    if state:
        jobs = jobs.filter(state=state)
    return tuple(
        JobRow(
            job.id,
            job.kind,
            job.state,
            job.attempts,
            job.last_error,
            job.made_at,
            job.done_steps,
            job.all_steps,
        )
        for job in jobs[:limit]
    )
