"""What can be printed about a case, and the first texts of one paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import translation

from simpul.casework.errors import WrongStage
from simpul.casework.models import Case
from simpul.casework.papers.drafts import first_texts
from simpul.casework.papers.fields import PAPER_FIELDS, PaperField
from simpul.casework.papers.ready import ISSUED_HERE, lacking
from simpul.casework.papers.sources import Sources
from simpul.casework.policies import case_reach
from simpul.documents.choices import EDITABLE, KIND_TITLES, Kind
from simpul.kernel.actor import Actor
from simpul.kernel.text import N_, Text
from simpul.safeguards.gate import query

__all__ = ["Kind", "PaperChoice", "PaperDraft", "PaperField", "paper_choices", "paper_draft"]


@dataclass(frozen=True)
class PaperChoice:
    """One kind of paper; ``lacking`` says what must be written first."""

    kind: Kind
    title: Text
    editable: bool
    lacking: Text | None


@dataclass(frozen=True)
class PaperDraft:
    """The texts that may be worded, as the file gives them. ``must_veil``: the paper will name nobody."""

    kind: Kind
    title: Text
    fields: tuple[PaperField, ...]
    texts: Mapping[str, str]
    must_veil: bool
    lacking: Text | None


@query(on=Case, reach=case_reach)
def paper_choices(actor: Actor, case: Case) -> tuple[PaperChoice, ...]:
    """Every kind that casework issues, ready or not."""
    file = Sources(actor, case)
    return tuple(
        PaperChoice(kind, KIND_TITLES[kind], kind in EDITABLE, lacking(file, kind)) for kind in ISSUED_HERE
    )


@query(on=Case, reach=case_reach)
def paper_draft(actor: Actor, case: Case, *, kind: str, language: str = "id") -> PaperDraft:
    """One paper before it is worded and issued."""
    if kind not in {one.value for one in ISSUED_HERE}:
        raise WrongStage(Text(N_("Choose one of the papers offered.")))
    chosen = Kind(kind)
    file = Sources(actor, case)
    wanting = lacking(file, chosen)
    with translation.override(language if language in {"id", "en"} else "id"):
        texts = first_texts(file, chosen) if wanting is None else {}
    return PaperDraft(chosen, KIND_TITLES[chosen], PAPER_FIELDS[chosen], texts, file.must_veil, wanting)
