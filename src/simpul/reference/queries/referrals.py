"""Kinds of barriers, and how soon we ask after a referral."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime

from simpul.kernel.actor import Actor
from simpul.kernel.clock import WIB, today
from simpul.reference.models import BarrierType, ReferralTarget
from simpul.reference.models.dated import holding_on
from simpul.reference.rules.calendar import WorkingCalendar, deadline
from simpul.safeguards.gate import query


@dataclass(frozen=True)
class BarrierTypeRow:
    """A kind of barrier with the sentence that explains it."""

    code: str
    where: str
    label_id: str
    label_en: str
    meaning_id: str
    meaning_en: str

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_id

    def meaning(self, language: str) -> str:
        return self.meaning_en if language == "en" else self.meaning_id


@dataclass(frozen=True)
class ReferralTargetRow:
    """Our own promise for one state of a referral."""

    state: str
    amount: int
    unit: str
    lapse_days: int | None
    meaning_id: str
    meaning_en: str

    def runs_out(self, start: datetime, calendar: WorkingCalendar) -> datetime | None:
        """When the owner must ask, if the state began then."""
        return deadline(start.astimezone(WIB), amount=self.amount, unit=self.unit, calendar=calendar)


@query(silent=True)
def barrier_types(actor: Actor, *, on: date | None = None) -> tuple[BarrierTypeRow, ...]:
    """All kinds that hold on a day, in the order of the table."""
    names = [one.name for one in fields(BarrierTypeRow)]
    rows = BarrierType.objects.filter(holding_on(on or today()))
    return tuple(BarrierTypeRow(*row) for row in rows.values_list(*names))


@query(silent=True)
def referral_targets(actor: Actor, *, on: date | None = None) -> tuple[ReferralTargetRow, ...]:
    """Every state's target that holds on a day."""
    names = [one.name for one in fields(ReferralTargetRow)]
    rows = ReferralTarget.objects.filter(holding_on(on or today()))
    return tuple(ReferralTargetRow(*row) for row in rows.values_list(*names))
