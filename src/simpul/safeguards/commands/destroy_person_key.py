"""Erasure: the person's key is destroyed, so that every encrypted text about him is unreadable everywhere."""

from __future__ import annotations

import uuid

from django.db import transaction

from simpul.kernel.actor import Actor
from simpul.kernel.errors import Refused
from simpul.kernel.text import N_, Text
from simpul.safeguards import keys, traces
from simpul.safeguards.gate import note_in_audit, step
from simpul.safeguards.models import Erasure, LegalHold


@step
def destroy_person_key(actor: Actor, *, subject_id: uuid.UUID) -> None:
    """Destroy the key when the surrounding act is committed. A legal hold refuses (UU 27/2022 art. 8).

    That it must be done is committed with the act: after a crash, or while others read the log file, the
    worker does the rest.
    """
    if LegalHold.objects.filter(subject_id=subject_id, lifted_at=None).exists():
        raise Refused(
            Text(N_("A legal hold stands on these records: they cannot be erased until it is lifted."))
        )
    note_in_audit(subjects=[subject_id])
    Erasure.objects.update_or_create(subject_id=subject_id, defaults={"cleaned_at": None})
    transaction.on_commit(lambda: _destroy(subject_id))


def _destroy(subject_id: uuid.UUID) -> None:
    keys.destroy_key(subject_id)
    traces.empty_log("default", patience=0.2)
