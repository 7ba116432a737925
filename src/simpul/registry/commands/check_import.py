"""The dry run: one piece of the rows is checked, then the next is ordered."""

from __future__ import annotations

from simpul.jobs.commands.enqueue_job import enqueue_job
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import ImportStage
from simpul.registry.importing.rows import add_counts, add_kinds
from simpul.registry.models import ImportBatch, ImportRow
from simpul.registry.queries.import_pieces import CheckedRows
from simpul.registry.telling import tell_uploader
from simpul.safeguards.gate import command, note_in_audit

CHANGED = [
    "faults",
    "fault_kinds",
    "outcome",
    "number_index",
    "household_index",
    "is_head",
    "known_person_id",
]


@command(on=ImportBatch, reach=policies.batch_reach)
def check_import(actor: Actor, batch: ImportBatch, *, piece: CheckedRows) -> int:
    """Keep what the check of the next rows found; returns how many are left. Twice it changes nothing."""
    if batch.stage != ImportStage.CHECKING or not piece.follows(batch):
        return 0
    rows = piece.rows
    if rows:
        add_counts(batch, piece.counts)
        add_kinds(batch, piece.kinds)
        # An upsert of rows that exist: unlike bulk_update it encrypts, and is five times as quick.
        ImportRow.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["id"], update_fields=CHANGED
        )
    batch.progress += len(rows)
    left = batch.total - batch.progress if rows else 0
    if left <= 0:
        batch.stage = ImportStage.CHECKED
        tell_uploader(actor, batch, Text(N_("An import was checked and waits for your decision")))
    else:
        enqueue_job(
            actor,
            kind="registry.check_import",
            key=f"registry.check_import:{batch.id}:{batch.counts['round']}:{batch.progress}",
            payload={"batch_id": str(batch.id)},
        )
    batch.save()
    note_in_audit(checked=len(rows))
    return max(0, left)
