"""Anybody says that an entry is wrong."""

from __future__ import annotations

import uuid

from simpul.directory.choices import ServiceStatus
from simpul.directory.models import EntryReport, Service
from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault, Hidden, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command, note_in_audit

LONGEST = 1000
MOST_WAITING = 20  # for one service: more say nothing new


@command()
def report_entry(actor: Actor, *, service_id: uuid.UUID, words: str) -> None:
    """Keep what is wrong, in the finder's words. Nothing is asked or kept about the finder."""
    service = Service.objects.filter(pk=service_id, agency__ended_on=None).exclude(
        status=ServiceStatus.DEFUNCT
    )
    found = service.first()
    if found is None:
        raise Hidden
    if not words.strip() or len(words) > LONGEST:
        raise InvalidInput([FieldFault("words", Text(N_("Write in a few words what is wrong.")))])
    waiting = EntryReport.objects.filter(service=found, settled_at=None).count()
    if waiting < MOST_WAITING:
        EntryReport.objects.create(service=found, words=words.strip())
    note_in_audit(service=str(service_id), waiting=waiting)
