"""One piece of an import is taken away again, then the next is ordered."""

from __future__ import annotations

from functools import partial

from django.db import transaction

from simpul.jobs.commands.enqueue_job import enqueue_job
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import ImportStage, RowOutcome
from simpul.registry.importing import UNDO_CHUNK
from simpul.registry.importing.undoing import take_back
from simpul.registry.models import Household, ImportBatch, ImportRow
from simpul.registry.telling import tell_uploader
from simpul.safeguards import keys
from simpul.safeguards.gate import command, note_in_audit


@command(on=ImportBatch, reach=policies.batch_reach)
def take_back_import(actor: Actor, batch: ImportBatch) -> int:
    """Take the next written rows back; returns how many are left."""
    if batch.stage != ImportStage.UNDOING:
        return 0
    written = ImportRow.objects.filter(batch=batch, outcome=RowOutcome.WRITTEN)
    rows = list(written.order_by("-position")[:UNDO_CHUNK])
    taken = take_back([row.person_id for row in rows if row.person_id])
    gone = [row for row in rows if row.person_id in taken]
    ImportRow.objects.filter(pk__in=[row.pk for row in gone]).update(outcome=RowOutcome.LEFT_OUT)
    ImportRow.objects.filter(pk__in=[row.pk for row in rows], outcome=RowOutcome.WRITTEN).update(
        outcome=RowOutcome.KEPT
    )
    transaction.on_commit(partial(keys.destroy_keys, taken))
    batch.progress += len(rows)
    counts = dict(batch.counts)
    counts["undone"] = int(counts["undone"]) + len(gone)
    counts["kept"] = int(counts["kept"]) + len(rows) - len(gone)
    left = int(counts["to_undo"]) - batch.progress if rows else 0
    emptied = 0 if rows else _without_members(batch)
    counts["cards"] = int(counts.get("cards", 0)) + emptied
    batch.counts = counts
    if not rows and not emptied:
        batch.stage = ImportStage.UNDONE
        tell_uploader(actor, batch, Text(N_("An import was taken back")))
    else:
        enqueue_job(
            actor,
            kind="registry.take_back_import",
            key=f"registry.take_back_import:{batch.id}:{batch.progress}:{counts['cards']}",
            payload={"batch_id": str(batch.id)},
        )
    batch.save()
    note_in_audit(subjects=sorted(taken), undone=len(gone))
    return max(0, left)


def _without_members(batch: ImportBatch) -> int:
    """Remove the next households of the import in which nobody is left, and destroy their keys."""
    empty = Household.objects.filter(import_batch_id=batch.id, memberships=None)
    ids = list(empty.values_list("id", flat=True)[: UNDO_CHUNK * 5])
    Household.objects.filter(pk__in=ids).delete()
    transaction.on_commit(partial(keys.destroy_keys, ids))
    return len(ids)
