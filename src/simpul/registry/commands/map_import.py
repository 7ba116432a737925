"""Which column means what is settled; the rows can be checked."""

from __future__ import annotations

from collections.abc import Mapping

from simpul.jobs.commands.enqueue_job import enqueue_job
from simpul.kernel.actor import Actor
from simpul.kernel.errors import FieldFault, InvalidInput
from simpul.kernel.text import N_, Text
from simpul.registry import policies
from simpul.registry.choices import ImportStage
from simpul.registry.errors import WrongStage
from simpul.registry.models import ImportBatch, ImportRow
from simpul.registry.rules.import_columns import FIELDS
from simpul.safeguards.gate import command, note_in_audit


@command(on=ImportBatch, reach=policies.batch_reach)
def map_import(actor: Actor, batch: ImportBatch, *, mapping: Mapping[str, int]) -> None:
    """Keep the columns and start the dry run. Can be done again until the import is confirmed."""
    if batch.stage not in {ImportStage.MAPPING, ImportStage.CHECKED}:
        raise WrongStage
    faults = []
    if "full_name" not in mapping:
        faults.append(FieldFault("full_name", Text(N_("Choose the column that holds the name."))))
    wrong = [
        name for name, column in mapping.items() if name not in FIELDS or not 0 <= column < len(batch.headers)
    ]
    faults += [FieldFault(name, Text(N_("Choose a column of the table."))) for name in wrong]
    twice = [name for name, column in mapping.items() if list(mapping.values()).count(column) > 1]
    faults += [FieldFault(name, Text(N_("One column cannot hold two things."))) for name in twice]
    if faults:
        raise InvalidInput(faults)
    ImportRow.objects.filter(batch=batch).update(
        outcome="",
        number_index="",
        household_index="",
        is_head=False,
        known_person_id=None,
        faults=None,
        fault_kinds="",
    )
    batch.mapping = dict(mapping)
    batch.stage = ImportStage.CHECKING
    batch.progress = 0
    batch.fault_kinds = {}
    batch.counts = {"round": int(batch.counts.get("round", 0)) + 1}
    batch.save()
    note_in_audit(fields=sorted(mapping))
    enqueue_job(
        actor,
        kind="registry.check_import",
        key=f"registry.check_import:{batch.id}:{batch.counts['round']}:0",
        payload={"batch_id": str(batch.id)},
    )
