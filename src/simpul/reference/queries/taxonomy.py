"""The taxonomy of difficulties and services."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.reference.models import TaxonomyTerm
from simpul.reference.models.dated import holding_on
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class TermRow:
    """One term; codes of other terms and categories are already parted."""

    kind: str
    code: str
    parent: str
    label_id: str
    label_en: str
    words_id: tuple[str, ...]
    words_en: tuple[str, ...]
    answered_by: tuple[str, ...]
    ppks: tuple[str, ...]
    psks: tuple[str, ...]
    spm: tuple[str, ...]
    settings: tuple[str, ...]

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_id


@query(silent=True)
def taxonomy(actor: Actor, *, kind: str = "", on: date | None = None) -> tuple[TermRow, ...]:
    """All terms that hold on a day (or one kind of them), in the order of the table."""
    rows = TaxonomyTerm.objects.filter(holding_on(on or today()))
    rows = rows.filter(kind=kind) if kind else rows
    return tuple(_row(term) for term in rows)


def _row(term: TaxonomyTerm) -> TermRow:
    return TermRow(
        term.kind, term.code, term.parent, term.label_id, term.label_en,
        _phrases(term.words_id), _phrases(term.words_en), tuple(term.answered_by.split()),
        tuple(term.ppks.split()), tuple(term.psks.split()), tuple(term.spm.split()),
        tuple(term.settings.split()),
    )  # fmt: skip


def _phrases(cell: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in cell.split(";") if phrase.strip())
