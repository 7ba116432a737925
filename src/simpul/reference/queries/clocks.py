"""Deadlines: statutory clocks, our own risk targets, keeping times."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime

from simpul.kernel.actor import Actor
from simpul.kernel.clock import WIB, today
from simpul.reference.errors import EntryUnknown
from simpul.reference.models import Holiday, PracticePeriod, RetentionRule, RiskTarget, StatutoryClock
from simpul.reference.models.dated import holding_on
from simpul.reference.rules.calendar import Period, WorkingCalendar, deadline
from simpul.safeguards.gate import query

# Used only while no reference data is loaded, so that a missing table leaves nobody waiting for ever.
PERIODS_WITHOUT_REFERENCE = {
    "barrier_look": (Period(7, "days"),),
    "aftercare": (Period(1, "months"), Period(3, "months"), Period(6, "months")),
    "complaint_answer": (Period(14, "days"),),
    "directory_check": (Period(180, "days"),),
    "safety_plan_review": (Period(14, "days"),),
}


@dataclass(frozen=True)
class ClockRow:
    """A statutory clock; ``ours`` means that this office owes the duty."""

    code: str
    trigger_id: str
    trigger_en: str
    duty_id: str
    duty_en: str
    holder: str
    ours: bool
    amount: int | None
    unit: str
    lasts_amount: int | None
    lasts_unit: str
    basis: str
    note: str
    source: str
    certainty: str

    def runs_out(self, start: datetime, calendar: WorkingCalendar) -> datetime | None:
        """When the clock runs out if it starts then."""
        return deadline(start.astimezone(WIB), amount=self.amount, unit=self.unit, calendar=calendar)


@dataclass(frozen=True)
class RiskTargetRow:
    """Our promise at a level of risk."""

    level: str
    label_id: str
    label_en: str
    amount: int
    unit: str
    meaning_id: str
    meaning_en: str
    source: str
    certainty: str

    def runs_out(self, start: datetime, calendar: WorkingCalendar) -> datetime | None:
        """When contact must have been made; "same day" means before that day ends."""
        start = start.astimezone(WIB)
        if self.unit == "days" and self.amount == 0:
            return start.replace(hour=23, minute=59, second=59, microsecond=0)
        return deadline(start, amount=self.amount, unit=self.unit, calendar=calendar)


@dataclass(frozen=True)
class RetentionRow:
    """How long a kind of file is kept."""

    code: str
    record_id: str
    record_en: str
    active_years: int | None
    inactive_years: int | None
    until_age: int | None
    fate: str
    starts_at: str
    note: str
    basis: str
    source: str
    certainty: str


@dataclass(frozen=True)
class HolidayRow:
    day: date
    kind: str
    label_id: str
    label_en: str
    source: str
    certainty: str


def _columns(row: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(row))


@query(silent=True)
def statutory_clocks(
    actor: Actor, *, ours_only: bool = False, on: date | None = None
) -> tuple[ClockRow, ...]:
    """All clocks that hold on a day."""
    rows = StatutoryClock.objects.filter(holding_on(on or today()))
    rows = rows.filter(ours=True) if ours_only else rows
    return tuple(ClockRow(*row) for row in rows.values_list(*_columns(ClockRow)))


@query(silent=True)
def statutory_clock(actor: Actor, *, code: str, on: date | None = None) -> ClockRow:
    """One clock as the law stood on a day."""
    rows = StatutoryClock.objects.filter(holding_on(on or today()), code=code)
    for row in rows.values_list(*_columns(ClockRow)):
        return ClockRow(*row)
    raise EntryUnknown(code)


@query(silent=True)
def risk_targets(actor: Actor, *, on: date | None = None) -> tuple[RiskTargetRow, ...]:
    """Our own targets per level of risk, the most urgent first."""
    rows = RiskTarget.objects.filter(holding_on(on or today()))
    return tuple(RiskTargetRow(*row) for row in rows.values_list(*_columns(RiskTargetRow)))


@query(silent=True)
def practice_periods(actor: Actor, *, code: str, on: date | None = None) -> tuple[Period, ...]:
    """The period that the house gives itself, or the series of them."""
    rows = PracticePeriod.objects.filter(holding_on(on or today()), code=code).order_by("turn")
    found = tuple(Period(*row) for row in rows.values_list("amount", "unit"))
    return found or PERIODS_WITHOUT_REFERENCE[code]


@query(silent=True)
def retention_rules(actor: Actor, *, on: date | None = None) -> tuple[RetentionRow, ...]:
    """How long each kind of file is kept."""
    rows = RetentionRule.objects.filter(holding_on(on or today()))
    return tuple(RetentionRow(*row) for row in rows.values_list(*_columns(RetentionRow)))


@query(silent=True)
def holidays(actor: Actor, *, first: date, last: date) -> tuple[HolidayRow, ...]:
    """Closed days in a period."""
    rows = Holiday.objects.filter(holding_on(today()), day__gte=first, day__lte=last)
    return tuple(HolidayRow(*row) for row in rows.values_list(*_columns(HolidayRow)))


@query(silent=True)
def working_calendar(actor: Actor, *, collective_leave: bool = True) -> WorkingCalendar:
    """The office's calendar; some offices work on days of collective leave."""
    rows = Holiday.objects.filter(holding_on(today()))
    rows = rows if collective_leave else rows.filter(kind="national")
    return WorkingCalendar(frozenset(rows.values_list("day", flat=True)))
