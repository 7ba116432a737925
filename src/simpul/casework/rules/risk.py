"""How soon somebody must be seen. The targets are our own promise, dated reference data, never a law."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from simpul.kernel.clock import end_of
from simpul.kernel.text import N_


class Risk(StrEnum):
    IMMEDIATE = "immediate"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


RANK = {Risk.IMMEDIATE: 0, Risk.HIGH: 1, Risk.MEDIUM: 2, Risk.LOW: 3}

SCREEN: dict[str, str] = {
    "danger_now": N_("Is anybody in danger at this moment?"),
    "injured": N_("Is anybody hurt or in need of a doctor now?"),
    "self_harm": N_("Has the client spoken of not wanting to live?"),
    "child_alone": N_("Is a small child, or a person who needs care, alone?"),
    "violence": N_("Was there violence or a threat in the last weeks?"),
    "person_near": N_("Can the person who did it reach the client?"),
    "weapon": N_("Is there a weapon?"),
    "no_shelter": N_("Is there no place to sleep tonight, or nothing to eat today?"),
    "medicine": N_("Has a needed medicine or care stopped?"),
    "call_dangerous": N_("Would a call or message bring danger?"),
}

FACTORS: dict[str, str] = {
    "severity": N_("The harm is severe"),
    "access": N_("The person who causes harm has access"),
    "young_child": N_("A child under six is involved"),
    "weapon": N_("A weapon is at hand"),
    "suicide": N_("Thoughts of suicide"),
    "disability": N_("Depends on others because of a disability"),
    "escalation": N_("It is getting worse"),
    "caregiver": N_("The caregiver cannot protect"),
    "past_reports": N_("There were earlier reports"),
}

_IMMEDIATE_SIGNS = ("danger_now", "injured", "self_harm", "child_alone")
_HIGH_SIGNS = ("violence", "person_near", "weapon", "no_shelter")
_MEDIUM_SIGNS = ("medicine", "call_dangerous")


def suggested(answers: Mapping[str, str]) -> Risk:
    """The level that a safety screen suggests. What is not known counts as one step above "no".

    >>> suggested({"danger_now": "yes"})
    <Risk.IMMEDIATE: 'immediate'>
    >>> suggested({"violence": "unknown"})
    <Risk.MEDIUM: 'medium'>
    """
    if any(answers.get(sign) == "yes" for sign in _IMMEDIATE_SIGNS):
        return Risk.IMMEDIATE
    if any(answers.get(sign) == "yes" for sign in _HIGH_SIGNS):
        return Risk.HIGH
    if any(answers.get(sign) == "unknown" for sign in _IMMEDIATE_SIGNS):
        return Risk.HIGH
    if any(answers.get(sign) == "yes" for sign in _MEDIUM_SIGNS):
        return Risk.MEDIUM
    if any(answers.get(sign) == "unknown" for sign in (*_HIGH_SIGNS, *_MEDIUM_SIGNS)):
        return Risk.MEDIUM
    return Risk.LOW


def weighed(factors: Collection[str]) -> Risk:
    """The level that the named factors suggest.

    >>> weighed(["weapon", "access"])
    <Risk.IMMEDIATE: 'immediate'>
    """
    found = set(factors)
    if "suicide" in found or {"weapon", "access"} <= found or {"severity", "access"} <= found:
        return Risk.IMMEDIATE
    if len(found) >= 3 or found & {"severity", "access", "weapon", "escalation"}:
        return Risk.HIGH
    return Risk.MEDIUM if found else Risk.LOW


@dataclass(frozen=True)
class Target:
    """A promise: so many hours, calendar days or working days. Zero days means the same day."""

    amount: int
    unit: str


def due(target: Target, since: datetime, zone: tzinfo, holidays: Collection[date] = ()) -> datetime:
    """The moment by which the promise falls due; days end at midnight at the office.

    >>> from datetime import timezone
    >>> due(Target(0, "days"), datetime(2026, 11, 23, 3, tzinfo=timezone.utc), timezone.utc).isoformat()
    '2026-11-23T23:59:00+00:00'
    """
    if target.unit == "hours":
        return since + timedelta(hours=target.amount)
    day = since.astimezone(zone).date()
    if target.unit == "working_days":
        left = target.amount
        while left > 0:
            day += timedelta(days=1)
            if day.weekday() < 5 and day not in holidays:
                left -= 1
    else:
        day += timedelta(days=target.amount)
    return end_of(day, zone)
