"""One piece of the confirmed rows becomes persons and households, then the next is ordered."""

from __future__ import annotations

from simpul.jobs.commands.enqueue_job import enqueue_job
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import ImportStage
from simpul.registry.importing.writing import Writer
from simpul.registry.models import ImportBatch
from simpul.registry.queries.import_pieces import ReadyRows
from simpul.registry.telling import tell_uploader
from simpul.safeguards.gate import command, note_in_audit


@command(on=ImportBatch, reach=policies.batch_reach)
def write_import(actor: Actor, batch: ImportBatch, *, piece: ReadyRows) -> int:
    """Write the next rows; returns how many are left. Done twice it writes nothing twice."""
    if batch.stage != ImportStage.WRITING or not piece.follows(batch):
        return 0
    rows = piece.rows
    made = Writer(batch, rows, piece.drafts).write() if rows else []
    batch.progress += len(rows)
    batch.counts = {**batch.counts, "written": batch.progress}
    left = int(batch.counts["to_write"]) - batch.progress if rows else 0
    if left <= 0:
        batch.stage = ImportStage.DONE
        batch.finished_at = now()
        tell_uploader(actor, batch, Text(N_("An import is complete")))
    else:
        enqueue_job(
            actor,
            kind="registry.write_import",
            key=f"registry.write_import:{batch.id}:{batch.progress}",
            payload={"batch_id": str(batch.id)},
        )
    batch.save()
    note_in_audit(subjects=made, written=len(made))
    return max(0, left)
