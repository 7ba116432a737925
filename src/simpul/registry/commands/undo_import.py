"""An import was a mistake: what it made is taken away again."""

from __future__ import annotations

from simpul.jobs.commands.enqueue_job import enqueue_job
from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import ImportStage
from simpul.registry.errors import WrongStage
from simpul.registry.models import ImportBatch
from simpul.safeguards.gate import command


@command(on=ImportBatch, reach=policies.batch_reach)
def undo_import(actor: Actor, batch: ImportBatch, *, sure: bool = False) -> None:
    """Begin to take the whole import back, finished or not. Whom somebody has worked with since is kept."""
    if batch.stage not in {ImportStage.DONE, ImportStage.WRITING}:
        raise WrongStage
    if not sure:
        words = N_("Confirm that what this import made shall be removed.")
        raise InvalidInput([FieldFault("sure", Text(words))])
    batch.stage = ImportStage.UNDOING
    batch.progress = 0
    batch.counts = {**batch.counts, "to_undo": int(batch.counts.get("written", 0)), "undone": 0, "kept": 0}
    batch.save()
    enqueue_job(
        actor,
        kind="registry.take_back_import",
        key=f"registry.take_back_import:{batch.id}:0",
        payload={"batch_id": str(batch.id)},
    )
