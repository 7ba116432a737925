"""When a client must be seen, answered or visited again: the dated targets of the reference data."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet

from simpul.casework.rules.risk import Target, due
from simpul.kernel.actor import system_actor
from simpul.kernel.clock import WIB, today
from simpul.reference.models import Holiday, RiskTarget
from simpul.reference.models.dated import holding_on
from simpul.reference.queries.clocks import practice_periods
from simpul.safeguards.prepared import ask_together

# Used only while no reference data is loaded, so that a missing table never leaves a client unseen.
WITHOUT_REFERENCE = {
    "immediate": Target(0, "days"),
    "high": Target(24, "hours"),
    "medium": Target(3, "working_days"),
    "low": Target(7, "days"),
}


GRAVE = ("immediate", "high")


def target_of(level: str) -> Target:
    """The promise for a level of risk that holds today."""
    rows = [row for row in ask_together(_standing, day=today())["targets"] if row.level == level]
    first = min(rows, key=lambda row: row.pk, default=None)
    return Target(first.amount, first.unit) if first else WITHOUT_REFERENCE[level]


def _standing(day: date) -> dict[str, QuerySet[Any]]:
    targets = RiskTarget.objects.filter(holding_on(day))
    return {"targets": targets.only("level", "amount", "unit")}


def must_be_seen_by(moment: datetime) -> dict[str, datetime]:
    """Until when a deadline belongs to today's work: tonight; for grave danger as far as its clock reaches.

    A client in grave danger who came in late has a deadline after midnight, and is still one of today's.
    """
    tonight = datetime.combine(moment.astimezone(WIB).date(), time(23, 59, 59), tzinfo=WIB)
    rows = ask_together(_standing, day=today())["targets"]
    told = {row.level: Target(row.amount, row.unit) for row in rows}
    clocks = {level: due(told.get(level, WITHOUT_REFERENCE[level]), moment, WIB) for level in GRAVE}
    return {level: max(tonight, clocks.get(level, tonight)) for level in ("", *WITHOUT_REFERENCE)}


def due_for(level: str, since: datetime) -> datetime:
    """The moment by which a client of this risk must be seen."""
    target = target_of(level or "low")
    closed: set[object] = set()
    if target.unit == "working_days":
        day = since.astimezone(WIB).date()
        last = day + timedelta(days=3 * target.amount + 30)
        closed = set(Holiday.objects.filter(day__gte=day, day__lte=last).values_list("day", flat=True))
    return due(target, since, WIB, closed)  # type: ignore[arg-type]


def answer_due(since: datetime) -> datetime:
    """Until when a complaint of this moment is answered."""
    (period,) = practice_periods(system_actor(), code="complaint_answer")
    return period.after(since)


def review_day(made: date) -> date:
    """When a safety plan of this day is looked at again."""
    (period,) = practice_periods(system_actor(), code="safety_plan_review")
    return period.after(made)


def aftercare_days(ended: date) -> tuple[date, ...]:
    """The usual days of after-care for a case that ended on this day."""
    return tuple(period.after(ended) for period in practice_periods(system_actor(), code="aftercare"))
