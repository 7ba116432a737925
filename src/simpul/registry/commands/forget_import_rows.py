"""The rows of finished imports are forgotten after the time in which they may be taken back."""

from __future__ import annotations

import uuid
from datetime import timedelta
from functools import partial

from django.db import transaction

from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.registry.choices import ImportStage
from simpul.registry.models import ImportBatch, ImportRow
from simpul.safeguards import keys
from simpul.safeguards.gate import command, note_in_audit

KEPT_FOR = timedelta(days=30)
OVER = (ImportStage.DONE, ImportStage.UNDONE, ImportStage.CANCELLED)


@command()
def forget_import_rows(actor: Actor) -> int:
    """Drop staged rows of imports that were over 30 days ago, and of those left lying; destroy their keys."""
    limit = now() - KEPT_FOR
    over = ImportBatch.objects.filter(stage__in=OVER, finished_at__lt=limit)
    lying = ImportBatch.objects.filter(
        stage__in=[ImportStage.READING, ImportStage.MAPPING, ImportStage.CHECKED], uploaded_at__lt=limit
    )
    ids: list[uuid.UUID] = [*over.values_list("pk", flat=True), *lying.values_list("pk", flat=True)]
    held = ImportRow.objects.filter(batch_id__in=ids)
    batches = set(held.values_list("batch_id", flat=True))
    dropped, _kinds = held.delete()
    ImportBatch.objects.filter(pk__in=batches, stage__in=["reading", "mapping", "checked"]).update(
        stage=ImportStage.CANCELLED
    )
    for batch_id in batches:
        transaction.on_commit(partial(keys.destroy_key, batch_id))
    note_in_audit(batches=len(batches), rows=dropped)
    return dropped
