"""Tell members of staff something."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from simpul.jobs.commands.enqueue_job import enqueue_job
from simpul.kernel.actor import Actor
from simpul.kernel.text import Text
from simpul.notices.models import Notice
from simpul.safeguards.gate import note_in_audit, step


@step
def notify(
    actor: Actor, *, to: Iterable[uuid.UUID], kind: str, title: Text, url: str = "", mail: bool = False
) -> int:
    """Put a notice into each inbox, once a person; with ``mail`` also a neutral mail. Returns how many."""
    recipients = set(to)
    notices = [
        Notice(
            recipient_id=staff_id,
            kind=kind,
            title=title.msgid,
            title_facts=dict(title.params),
            url=url,
            made_by=actor.id,
        )
        for staff_id in sorted(recipients)
    ]
    Notice.objects.bulk_create(notices)
    if mail:
        for notice in notices:
            enqueue_job(
                actor,
                kind="notices.mail",
                key=f"notices.mail:{notice.id}",
                payload={"notice_id": str(notice.id)},
            )
    note_in_audit(notice=kind, count=len(notices))
    return len(notices)
