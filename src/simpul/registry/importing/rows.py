"""A row of an import as the registry understands it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.registry.importing.places import put_places
from simpul.registry.matching import filed_under
from simpul.registry.models import ImportBatch, ImportRow, Person
from simpul.registry.rules.import_rows import RowFacts, read_row


@dataclass(frozen=True)
class DraftPerson:
    """A person whom a row describes, with what the row says of card and address; nothing is saved."""

    facts: RowFacts
    person: Person
    match_keys: tuple[tuple[uuid.UUID, str, int], ...]


def drafted(actor: Actor, batch: ImportBatch, rows: Sequence[ImportRow]) -> list[DraftPerson]:
    """The persons that these rows become, each with the keys under which it will be found."""
    read = []
    for row in rows:
        cells = named_cells(batch, row)
        read.append((read_row(cells, day=today()), cells))
    put_places(actor, read)
    persons = [(facts, person_from(batch, facts)) for facts, _cells in read]
    return [DraftPerson(facts, person, tuple(filed_under(person))) for facts, person in persons]


def named_cells(batch: ImportBatch, row: ImportRow) -> dict[str, str]:
    """The cells of a row under the fields that the mapping gives them.

    The row goes on holding them encrypted, so that writing it again does not encrypt them again.
    """
    token = row.__dict__["cells"]
    cells: list[str] = row.cells
    row.cells = token
    return {
        name: cells[column]
        for name, column in batch.mapping.items()
        if isinstance(column, int) and column < len(cells)
    }


def person_from(batch: ImportBatch, facts: RowFacts) -> Person:
    """The person that a row describes, not saved."""
    return Person(
        full_name=facts.full_name,
        call_name=facts.call_name,
        sex=facts.sex,
        birth_date=facts.birth_date,
        birth_precision=facts.birth_precision,
        birthplace=facts.birthplace,
        mother_maiden_name=facts.mother_maiden_name,
        region_code=facts.region_code,
        office_id=batch.office_id,
        unit_id=batch.unit_id,
        created_by=batch.uploaded_by,
        import_batch_id=batch.id,
    )


def add_counts(batch: ImportBatch, counts: dict[str, int]) -> None:
    """Add these counts to those of the batch."""
    batch.counts = {
        name: int(batch.counts.get(name, 0)) + int(counts.get(name, 0)) for name in {*batch.counts, *counts}
    }


def add_kinds(batch: ImportBatch, kinds: Mapping[str, dict[str, Any]]) -> None:
    """Add these sorts of faults to those of the batch."""
    known = dict(batch.fault_kinds)
    for name, kind in kinds.items():
        before = int(known[name]["count"]) if name in known else 0
        known[name] = {**kind, "count": before + kind["count"]}
    batch.fault_kinds = known
