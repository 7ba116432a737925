"""Words that forms of casework need: questions, factors, parts, steps; and the aid for respectful words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from simpul.casework.rules import goal_scaling, risk, safety, wording
from simpul.casework.targets import due_for, review_day
from simpul.kernel.actor import Actor
from simpul.kernel.clock import now, today
from simpul.kernel.text import Text
from simpul.reference.queries.practice import wordings
from simpul.safeguards.gate import query

LANGUAGES = ("id", "en")
LONGEST = 50_000


@dataclass(frozen=True)
class CaseWords:
    """Codes and their sentences, in the order in which they are asked."""

    screen: tuple[tuple[str, Text], ...]
    risk_factors: tuple[tuple[str, Text], ...]
    safety_parts: tuple[tuple[str, Text], ...]
    goal_steps: tuple[tuple[int, Text], ...]
    safety_review_on: date


@dataclass(frozen=True)
class RiskSuggestion:
    """What a screen or the factors suggest, and until when the client would have to be seen."""

    level: str
    due_at: datetime


@dataclass(frozen=True)
class WordSuggestion:
    """A word at its place and what could be written instead; never more than a suggestion."""

    start: int
    end: int
    found: str
    prefer: str
    language: str
    innocent: bool
    note: str


def _texts(table: Mapping[str, str]) -> tuple[tuple[str, Text], ...]:
    return tuple((code, Text(words)) for code, words in table.items())


@query(silent=True)
def case_words(actor: Actor) -> CaseWords:
    """Everything that the forms ask, from the same tables that the rules decide by."""
    return CaseWords(
        screen=_texts(risk.SCREEN),
        risk_factors=_texts(risk.FACTORS),
        safety_parts=_texts(safety.PARTS),
        goal_steps=tuple((step, Text(words)) for step, words in goal_scaling.STEPS.items()),
        safety_review_on=review_day(today()),
    )


@query(silent=True)
def suggest_risk(
    actor: Actor, *, screen: Mapping[str, str] | None = None, factors: Collection[str] = ()
) -> RiskSuggestion:
    """The level that a screen suggests, or that the factors do."""
    level = risk.suggested(screen) if screen is not None else risk.weighed(factors)
    return RiskSuggestion(level.value, due_for(level.value, now()))


@query(silent=True)
def respectful_words(actor: Actor, *, text: str) -> tuple[WordSuggestion, ...]:
    """Look a text over for words that hurt, in both languages. Nothing of the text is kept."""
    table = [
        wording.Wording(row.avoid, row.prefer, row.language, row.innocent, row.spare, row.unless, row.note)
        for language in LANGUAGES
        for row in wordings(actor, language=language)
    ]
    return tuple(
        WordSuggestion(
            one.start, one.end, one.found, one.row.prefer, one.row.language, one.row.innocent, one.row.note
        )
        for one in wording.suggestions(text[:LONGEST], table)
    )
