"""Words of the profession: practice terms, respectful words, the code of ethics."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.reference.errors import EntryUnknown
from simpul.reference.models import EthicsArticle, PracticeTerm, Wording
from simpul.reference.models.dated import holding_on
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class PracticeTermRow:
    """A role, setting or level that a contact is tagged with."""

    kind: str
    code: str
    label_id: str
    label_en: str
    meaning_id: str
    meaning_en: str

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_id


@dataclass(frozen=True)
class WordingRow:
    """A word to avoid, what to write instead, and whether it also has harmless uses."""

    language: str
    avoid: str
    prefer: str
    innocent: bool
    spare: str
    unless: str
    topic: str
    note: str


@dataclass(frozen=True)
class EthicsArticleRow:
    number: int
    kind: str
    title_id: str
    title_en: str
    body_id: str
    body_en: str


@dataclass(frozen=True)
class CodeOfEthics:
    """One version, with the day from which it holds."""

    version: str
    valid_from: date | None
    articles: tuple[EthicsArticleRow, ...]


def _columns(row: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(row))


@query(silent=True)
def practice_terms(actor: Actor, *, kind: str = "", on: date | None = None) -> tuple[PracticeTermRow, ...]:
    """Roles, settings and levels (or one kind of them)."""
    rows = PracticeTerm.objects.filter(holding_on(on or today()))
    rows = rows.filter(kind=kind) if kind else rows
    return tuple(PracticeTermRow(*row) for row in rows.values_list(*_columns(PracticeTermRow)))


@query(silent=True)
def wordings(actor: Actor, *, language: str) -> tuple[WordingRow, ...]:
    """What the writing aid of a language knows."""
    rows = Wording.objects.filter(holding_on(today()), language=language)
    return tuple(WordingRow(*row) for row in rows.values_list(*_columns(WordingRow)))


@query(silent=True)
def code_of_ethics(actor: Actor, *, version: str = "", on: date | None = None) -> CodeOfEthics:
    """The code in force on a day, or a version that somebody once accepted."""
    rows = EthicsArticle.objects.all()
    if not version:
        newest = rows.filter(holding_on(on or today())).order_by("-valid_from", "-version").first()
        version = newest.version if newest else ""
    articles = list(rows.filter(version=version))
    if not articles:
        raise EntryUnknown(version or "code-of-ethics")
    names = _columns(EthicsArticleRow)
    return CodeOfEthics(
        version,
        articles[0].valid_from,
        tuple(EthicsArticleRow(*(getattr(article, name) for name in names)) for article in articles),
    )
