"""Options sheets and what the client decided on each."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from simpul.casework.models import Case, OptionsSheet
from simpul.casework.policies import case_reach
from simpul.kernel.actor import Actor
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class OptionPicture:
    id: uuid.UUID
    position: int
    title: str
    benefits: str
    drawbacks: str
    advised: bool


@dataclass(frozen=True)
class DecisionPicture:
    id: uuid.UUID
    choice: str
    option_id: uuid.UUID | None
    client_words: str
    differs: bool
    present: str
    at: datetime
    by_id: uuid.UUID


@dataclass(frozen=True)
class SheetPicture:
    """One version of the sheet with all decisions taken on it."""

    id: uuid.UUID
    number: int
    question: str
    information: str
    advice: str
    present: str
    at: datetime
    by_id: uuid.UUID
    options: tuple[OptionPicture, ...]
    decisions: tuple[DecisionPicture, ...]


@query(on=Case, reach=case_reach)
def options_sheets(actor: Actor, case: Case) -> tuple[SheetPicture, ...]:
    """All sheets of a case, the newest first."""
    sheets = (
        OptionsSheet.objects.filter(case=case)
        .select_related("case")
        .prefetch_related("options", "decisions")
        .order_by("-number")
    )
    return tuple(
        SheetPicture(
            id=sheet.id, number=sheet.number, question=sheet.question, information=sheet.information,
            advice=sheet.advice, present=sheet.present, at=sheet.at, by_id=sheet.by_id,
            options=tuple(
                OptionPicture(one.id, one.position, one.title, one.benefits, one.drawbacks, one.advised)
                for one in sorted(sheet.options.all(), key=lambda one: one.position)
            ),
            decisions=tuple(
                DecisionPicture(
                    one.id, one.choice, one.option_id, one.client_words, one.differs, one.present, one.at,
                    one.by_id,
                )
                for one in sorted(sheet.decisions.all(), key=lambda one: one.at)
            ),
        )
        for sheet in sheets
    )  # fmt: skip
