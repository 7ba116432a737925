"""A worker thinks about her practice; only she can read it."""

from __future__ import annotations

import uuid

from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import command
from simpul.workforce.faults import missing, refuse_faults
from simpul.workforce.models import ReflectionNote


@command()
def write_reflection(actor: Actor, *, words: str) -> uuid.UUID:
    """Keep a private note, encrypted with the writer's own key."""
    refuse_faults([missing("words", words, Text(N_("Write something first.")))])
    note = ReflectionNote.objects.create(account_id=actor.id, words=words)
    return note.id  # type: ignore[no-any-return]
