"""Ask for work to be done after the act is committed."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from simpul.jobs.models import Job
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.safeguards.gate import note_in_audit, step


@step
def enqueue_job(
    actor: Actor, *, kind: str, key: str, payload: dict[str, Any], run_after: datetime | None = None
) -> uuid.UUID:
    """Keep one order for work. The same key orders once; the payload holds identifiers, never content."""
    job, _made = Job.objects.get_or_create(
        key=key, defaults={"kind": kind, "payload": payload, "run_after": run_after or now()}
    )
    note_in_audit(kind=kind)
    return job.id  # type: ignore[no-any-return]
