"""A staged table is not wanted after all; its rows are forgotten."""

from __future__ import annotations

from django.db import transaction

from simpul.kernel.actor import Actor
from simpul.registry import policies
from simpul.registry.choices import ImportStage
from simpul.registry.errors import WrongStage
from simpul.registry.models import ImportBatch, ImportRow
from simpul.safeguards import keys
from simpul.safeguards.gate import command

OPEN = {ImportStage.READING, ImportStage.MAPPING, ImportStage.CHECKING, ImportStage.CHECKED}


@command(on=ImportBatch, reach=policies.batch_reach)
def cancel_import(actor: Actor, batch: ImportBatch) -> None:
    """Drop the rows and destroy the key that they were encrypted with. Nothing was written yet."""
    if batch.stage not in OPEN:
        raise WrongStage
    ImportRow.objects.filter(batch=batch).delete()
    batch.stage = ImportStage.CANCELLED
    batch.save()
    batch_id = batch.id
    transaction.on_commit(lambda: keys.destroy_key(batch_id))
