"""The next piece of an import, thought through before its act locks anything.

Reading rows, opening their cells and comparing them with the registry takes far longer than keeping the
result; done inside the act it would let everybody else's notes wait.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from simpul.kernel.actor import Actor
from simpul.registry import policies
from simpul.registry.choices import RowOutcome
from simpul.registry.importing import CHECK_CHUNK, WRITE_CHUNK
from simpul.registry.importing.checking import Checker
from simpul.registry.importing.rows import DraftPerson, drafted
from simpul.registry.models import ImportBatch, ImportRow
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class Piece:
    """Rows as they were when the import was this far, in this round of checking."""

    progress: int
    round: int
    rows: tuple[ImportRow, ...]

    def follows(self, batch: ImportBatch) -> bool:
        """Whether the import stands where the piece was taken; else somebody was quicker."""
        return (self.progress, self.round) == (batch.progress, int(batch.counts.get("round", 0)))


@dataclass(frozen=True)
class CheckedRows(Piece):
    """Rows with their faults and outcome, and how many have which."""

    counts: dict[str, int]
    kinds: dict[str, dict[str, Any]]


@dataclass(frozen=True)
class ReadyRows(Piece):
    """Rows and the persons that they become, not saved."""

    drafts: tuple[DraftPerson, ...]


@query(on=ImportBatch, reach=policies.batch_reach, silent=True)
def rows_to_check(actor: Actor, batch: ImportBatch) -> CheckedRows:
    """The next unchecked rows, checked."""
    rows = ImportRow.objects.filter(batch=batch, outcome="").order_by("position")[:CHECK_CHUNK]
    found = list(rows)
    checker = Checker(actor, batch, found)
    counts = checker.check() if found else {}
    stand = batch.progress, int(batch.counts.get("round", 0))
    return CheckedRows(*stand, tuple(found), counts, checker.kinds())


@query(on=ImportBatch, reach=policies.batch_reach, silent=True)
def rows_to_write(actor: Actor, batch: ImportBatch) -> ReadyRows:
    """The next ready rows with the persons that they become."""
    rows = ImportRow.objects.filter(batch=batch, outcome=RowOutcome.READY).order_by("position")[:WRITE_CHUNK]
    found = tuple(rows)
    drafts = tuple(drafted(actor, batch, found))
    return ReadyRows(batch.progress, int(batch.counts.get("round", 0)), found, drafts)
