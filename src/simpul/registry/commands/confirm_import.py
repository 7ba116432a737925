"""Whoever is responsible says yes to what the dry run found."""

from __future__ import annotations

from simpul.jobs.commands.enqueue_job import enqueue_job
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import ImportStage, RowOutcome
from simpul.registry.errors import WrongStage
from simpul.registry.models import ImportBatch, ImportRow
from simpul.safeguards.gate import command, note_in_audit


@command(on=ImportBatch, reach=policies.batch_reach)
def confirm_import(actor: Actor, batch: ImportBatch, *, source: str = "", with_known: bool = False) -> None:
    """Write the ready rows. Faulty rows stay out; those probably known do too, unless told otherwise."""
    if batch.stage != ImportStage.CHECKED:
        raise WrongStage
    if not (source.strip() or batch.source):
        words = N_("Write where the data comes from and on which ground it may be used here.")
        raise InvalidInput([FieldFault("source", Text(words))])
    rows = ImportRow.objects.filter(batch=batch)
    if with_known:
        rows.filter(outcome=RowOutcome.LIKELY_KNOWN).update(outcome=RowOutcome.READY)
    rows.exclude(outcome=RowOutcome.READY).exclude(outcome=RowOutcome.FAULTY).update(
        outcome=RowOutcome.LEFT_OUT
    )
    ready = rows.filter(outcome=RowOutcome.READY).count()
    if not ready:
        raise InvalidInput([FieldFault("", Text(N_("No row is ready to be written.")))])
    batch.source = source.strip()[:160] or batch.source
    batch.stage = ImportStage.WRITING
    batch.progress = 0
    batch.counts = {**batch.counts, "to_write": ready, "written": 0}
    batch.confirmed_at = now()
    batch.save()
    note_in_audit(rows=ready, with_known=with_known)
    enqueue_job(
        actor,
        kind="registry.write_import",
        key=f"registry.write_import:{batch.id}:0",
        payload={"batch_id": str(batch.id)},
    )
