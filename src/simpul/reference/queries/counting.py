"""The smallest number of persons that may be shown, and the bands of age."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from simpul.kernel.actor import Actor
from simpul.kernel.clock import today
from simpul.reference.models import AgeBand, CountingLimit
from simpul.reference.models.dated import holding_on
from simpul.safeguards.gate import query

CAREFUL = 10  # used only while no reference data is loaded, so that a missing table shows nobody


@dataclass(frozen=True)
class LimitRow:
    """The limit with where it comes from."""

    code: str
    amount: int
    meaning_id: str
    meaning_en: str
    source: str
    certainty: str
    valid_from: date | None

    def meaning(self, language: str) -> str:
        return self.meaning_en if language == "en" else self.meaning_id


@dataclass(frozen=True)
class AgeBandRow:
    """Ages that are counted together."""

    code: str
    first_age: int
    last_age: int | None
    label_id: str
    label_en: str

    def holds(self, age: int) -> bool:
        return self.first_age <= age and (self.last_age is None or age <= self.last_age)


@query(silent=True)
def counting_limit(actor: Actor, *, code: str, on: date | None = None) -> LimitRow:
    """The limit that holds on a day."""
    row = CountingLimit.objects.filter(holding_on(on or today()), code=code).first()
    if row is None:
        return LimitRow(code, CAREFUL, "", "", "", "own", None)
    return LimitRow(
        row.code, row.amount, row.meaning_id, row.meaning_en, row.source, row.certainty, row.valid_from
    )


@query(silent=True)
def age_bands(actor: Actor, *, on: date | None = None) -> tuple[AgeBandRow, ...]:
    """The bands that hold on a day, the youngest first."""
    rows = AgeBand.objects.filter(holding_on(on or today()))
    return tuple(
        AgeBandRow(*row) for row in rows.values_list("code", "first_age", "last_age", "label_id", "label_en")
    )
