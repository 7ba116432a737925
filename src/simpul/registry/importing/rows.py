"""A row of an import as the registry understands it."""

from __future__ import annotations

from collections.abc import Sequence

from simpul.registry.models import (
    ImportBatch,
    Person,
)
from simpul.registry.rules.import_rows import RowFacts


def named_cells(batch: ImportBatch, cells: Sequence[str]) -> dict[str, str]:
    """The cells of a row under the fields that the mapping gives them."""
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
