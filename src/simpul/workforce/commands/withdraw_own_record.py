"""The record was declared in error; somebody else than the worker says so."""

from __future__ import annotations

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command
from simpul.workforce import policies
from simpul.workforce.errors import NotYours
from simpul.workforce.models import OwnRecord


@command(on=OwnRecord, reach=policies.of_staff_reach)
def withdraw_own_record(actor: Actor, record: OwnRecord) -> None:
    """Take the declaration back. The worker concerned cannot: ties would come and go as they suit."""
    if record.staff_id == actor.staff_id:
        raise NotYours(Text(N_("Your supervisor must take this back.")))
    if record.withdrawn_at:
        raise Refused(Text(N_("This was answered already.")))
    record.withdrawn_by, record.withdrawn_at = actor.id, now()
    record.save()
